import Extraction
import Language
import Model

/// The layers of extraction, each alone, on one core.
struct LayerBench {
  var reports: [Report]

  func print() {
    let gazetteer = Gazetteer.builtIn
    let lexicon = Lexicon.builtIn(language: "en")
    let entityFinder = EntityFinder(gazetteer: gazetteer, lexicon: lexicon)
    let dateFinder = DateFinder(lexicon: lexicon)
    let extractor = Extractor(gazetteer: gazetteer)
    let texts = reports.map { TokenizedText($0.text, lexicon: lexicon) }
    measure("tokens and sentences") { report, _ in
      TokenizedText(report.text, lexicon: lexicon).tokens.count
    }
    measure("entities") { _, index in entityFinder.entities(in: texts[index]).mentions.count }
    measure("dates") { report, index in
      dateFinder.dates(in: texts[index], published: report.published).count
    }
    measure("extraction as a whole") { report, _ in
      extractor.findings(
        in: report.text, published: report.published, language: report.language
      ).claims.count
    }
  }

  private func measure(_ name: String, layer: (Report, Int) -> Int) {
    let bytes = reports.reduce(0) { $0 + $1.text.utf8.count }
    let measurement = Measurement.of(name, documents: reports.count, bytes: bytes) {
      for (index, report) in reports.enumerated() { Self.keep(layer(report, index)) }
    }
    Swift.print(measurement.row)
  }

  /// Keeps the optimizer from leaving out work whose result nobody reads.
  @inline(never)
  private static func keep(_ count: Int) {}
}
