/// Why a claim has a field as it has it, for people.
public struct Reason: Hashable, Sendable {
  /// The field's name in the machine interface.
  public var field: String

  /// The words that gave it, or `nil` where it is their absence, or a rule about the whole text.
  public var evidence: TextSpan?

  /// A short clause: "the verb of the clause".
  public var why: String

  public init(field: String, evidence: TextSpan?, why: String) {
    self.field = field
    self.evidence = evidence
    self.why = why
  }
}

/// A number that is no claim, and why.
public struct PassedNumber: Hashable, Sendable {
  public var evidence: TextSpan

  /// A short clause: "a year", "an age".
  public var why: String

  public init(evidence: TextSpan, why: String) {
    self.evidence = evidence
    self.why = why
  }
}

/// Why the claims of a text are what they are, and why other numbers are none.
public struct Explanation: Hashable, Sendable {
  /// For each claim its reasons, in the order of the fields.
  public var claims: [[Reason]]

  /// In the order of the text.
  public var passedOver: [PassedNumber]

  public init(claims: [[Reason]], passedOver: [PassedNumber]) {
    self.claims = claims
    self.passedOver = passedOver
  }
}
