import Model

extension Report {
  /// Takes over what the document says of its language: `en_US` is `en`.
  mutating func declare(language tag: String, from source: Provenance.Source) {
    languageDeclared = tag
    let primary = tag.lowercased().prefix { $0.isASCII && $0.isLetter }
    guard (2...3).contains(primary.count) else { return }
    language = String(primary)
    note(source, of: "language")
  }

  /// The declared language, unless letters and words plainly say another one.
  mutating func settleLanguage(declared: (value: String, source: Provenance.Source)?) {
    let guess = LanguageGuess.language(of: text)
    if let declared {
      declare(language: declared.value, from: declared.source)
      if let guess, let language, LanguageGuess.known.contains(language), language != guess {
        self.language = guess
        note(.text, of: "language")
      }
    }
    if language == nil, let guess {
      language = guess
      note(.text, of: "language")
    }
  }
}
