/// Where the words of a PDF stand, as a program outside has found it.
public struct PDFMarkup: Sendable {
  /// What makes `pdftotext` write it: from standard input to standard output.
  public static let arguments = ["-bbox-layout", "-enc", "UTF-8", "-", "-"]

  /// Its name and version: `pdftotext 22.12.0`.
  public var tool: String

  /// The XHTML that `pdftotext -bbox-layout` writes: pages, blocks, lines and words with their
  /// places.
  ///
  /// Its plain text does not do: there a hyphen at the end of a line is gone, so that "2024-" and
  /// "25" make 202425.
  public var bytes: [UInt8]

  public init(tool: String, bytes: [UInt8]) {
    self.tool = tool
    self.bytes = bytes
  }
}
