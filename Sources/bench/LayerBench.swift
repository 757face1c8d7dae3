import CAllocations
import Extraction
import JSON
import Language
import Model
import Readers
import Rendering

/// The layers between a line of JSON Lines and a line of NDJSON, each alone, on one core.
struct LayerBench {
  var corpus: Corpus

  func print() {
    let gazetteer = Gazetteer.builtIn
    let lexicon = Lexicon.builtIn(language: "en")
    let entityFinder = EntityFinder(gazetteer: gazetteer, lexicon: lexicon)
    let dateFinder = DateFinder(lexicon: lexicon)
    let quantityFinder = QuantityFinder(lexicon: lexicon, units: .builtIn)
    let extractor = Extractor(gazetteer: gazetteer)
    let renderer = DocumentRenderer()
    let reports = corpus.reports
    let texts = reports.map { TokenizedText($0.text, lexicon: lexicon) }
    let dates = zip(texts, reports).map { dateFinder.dates(in: $0, published: $1.published) }
    let names = texts.map { entityFinder.entities(in: $0).mentions.map(\.tokens) }
    func findings(_ report: Report) -> Findings {
      extractor.findings(in: report.text, published: report.published, language: "en")
    }
    let found = reports.map(findings)
    let lines = reports.map { $0.jsonLine }
    let parts = [
      measure("tokens and sentences") {
        TokenizedText(reports[$0].text, lexicon: lexicon).tokens.count
      },
      measure("entities") { entityFinder.entities(in: texts[$0]).mentions.count },
      measure("dates") { dateFinder.dates(in: texts[$0], published: reports[$0].published).count },
      measure("quantities") { index in
        quantityFinder.quantities(
          in: texts[index], dates: dates[index].map(\.tokens), names: names[index]
        ).count
      },
    ]
    let whole = measure("all of extraction") { findings(reports[$0]).claims.count }
    let rest = Layer(
      name: "attribution and claims",
      seconds: max(1e-9, whole.seconds - parts.reduce(0) { $0 + $1.seconds }),
      allocations: max(0, whole.allocations - parts.reduce(0) { $0 + $1.allocations }))
    let reading = measure("reading JSON Lines") { index in
      var reader = JSONLines(options: ReadingOptions(name: "bench"))
      var input = ByteInput(lines[index])
      return (try? reader.next(from: &input)) == nil ? 0 : 1
    }
    let writing = measure("writing NDJSON") { index in
      var json = JSONWriter()
      renderer.write(reports[index], found[index], into: &json)
      return json.bytes.count
    }
    Swift.print("\n\(corpus.name), layer by layer, best of three runs on one core")
    Swift.print(Layer.heading)
    for layer in [reading] + parts + [rest, whole, writing] { Swift.print(layer.row(corpus)) }
  }

  /// What one layer takes for the whole corpus.
  private struct Layer {
    var name: String
    var seconds: Double
    var allocations: Int

    static let heading =
      "".padded(to: 30) + "MB/s".padded(before: 10) + "allocations/KB".padded(before: 18)

    func row(_ corpus: Corpus) -> String {
      let megabytes = Double(corpus.bytes) / 1_000_000
      let counted =
        allocations_are_counted() == 0
        ? "-" : Measurement.decimal(Double(allocations) / megabytes / 1_000)
      return name.padded(to: 30)
        + Measurement.decimal(megabytes / seconds).padded(before: 10)
        + counted.padded(before: 18)
    }
  }

  private func measure(_ name: String, layer: (Int) -> Int) -> Layer {
    func pass() { for index in corpus.reports.indices { Measurement.keep(layer(index)) } }
    let before = allocation_count()
    pass()
    let allocations = Int(allocation_count() - before)
    let measurement = Measurement.of(
      name, documents: corpus.reports.count, bytes: corpus.bytes, work: pass)
    return Layer(name: name, seconds: measurement.seconds, allocations: allocations)
  }
}
