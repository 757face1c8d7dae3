import Model

extension RecordList where Record == ClaimRecord {
  /// The claims, with the sentence under each; entities by their ids, which filters take.
  public static let claims = RecordList(
    "claims", fields: ClaimFields.listed,
    columns: [
      Column("ID", isNumeric: true) { String($0.id) },
      Column("FIGURE") { FigureFormatter.figure($0.claim.quantity) },
      Column("ABOUT", least: 24) { ClaimFormatter.about($0.claim) { $0 } },
      Column("WHEN") { ClaimFormatter.time($0) },
      Column("HOW") { ClaimFormatter.firmness($0.claim) },
      Column("WHO", least: 10) { ClaimFormatter.speakers($0.claim) },
      Column("SAID") { $0.saidOn?.description ?? "" },
      Column("SOURCE", least: 10) { $0.source ?? "article \($0.articleID)" },
    ],
    detail: { $0.sentence })
}

/// Parts of a claim in words, for people.
public enum ClaimFormatter {
  /// Whose it is and where: `North Korea → Far East`.
  public static func about(_ claim: Claim, name: (String) -> String) -> String {
    [claim.subjects, claim.places].map { $0.map(name).joined(separator: ", ") }
      .filter { !$0.isEmpty }.joined(separator: " → ")
  }

  public static func time(_ record: ClaimRecord) -> String {
    record.claim.time.map(TimeFormatter.span) ?? ""
  }

  /// How firmly it is made: `official`, `forecast`, `estimated, unofficial`.
  public static func firmness(_ claim: Claim) -> String {
    guard let basis = claim.basis?.rawValue else { return claim.modality.rawValue }
    return claim.modality == .asserted ? basis : "\(claim.modality.rawValue), \(basis)"
  }

  /// Who says it, and who passes it on: `unofficial estimates ← Foreign Intelligence Service`.
  public static func speakers(_ claim: Claim) -> String {
    ([claim.speaker].compactMap { $0 } + claim.via).joined(separator: " ← ")
  }
}
