/// Base64 (RFC 4648, section 4).
public enum Base64 {
  public static func encode(_ bytes: [UInt8]) -> String {
    let digits = alphabet
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        let digit = digits[Int(group >> (18 - 6 * UInt32(place)) & 63)]
        text.append(place <= count ? digit : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes, or `nil` if the text is no base64.
  ///
  /// White space may stand anywhere, the padding may be missing, and the URL-safe digits of
  /// section 5 count too.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let values = values
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var group: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      let value = values[Int(byte)]
      guard value < 64, padding == 0 else { return nil }
      group = group << 6 | UInt32(value)
      digits += 1
      if digits % 4 == 0 {
        bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        group = 0
      }
    }
    guard padding <= 2 else { return nil }
    switch digits % 4 {
    case 0: return padding == 0 ? bytes : nil
    case 2: bytes.append(UInt8(group >> 4 & 255))
    case 3: bytes += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
    default: return nil
    }
    return bytes
  }

  /// The bytes of mail's form of it (RFC 2045, section 6.8), where what is no digit is passed over.
  ///
  /// Padding ends a group, and further groups may follow: some programs join encoded pieces. Of a
  /// group that breaks off, what is whole is taken.
  public static func decodeMail(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let values = values
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var group: UInt32 = 0
    var digits = 0
    func endGroup() {
      let whole = group << UInt32(24 - 6 * digits)
      if digits > 1 { bytes.append(UInt8(whole >> 16 & 255)) }
      if digits > 2 { bytes.append(UInt8(whole >> 8 & 255)) }
      if digits > 3 { bytes.append(UInt8(whole & 255)) }
      group = 0
      digits = 0
    }
    for byte in text {
      let value = values[Int(byte)]
      if value < 64 {
        group = group << 6 | UInt32(value)
        digits += 1
        if digits == 4 { endGroup() }
      } else if byte == UInt8(ascii: "=") {
        endGroup()
      }
    }
    endGroup()
    return bytes
  }

  /// Whether it may stand in a line of base64: a digit or the padding.
  public static func isDigit(_ byte: UInt8) -> Bool {
    values[Int(byte)] < 64 || byte == UInt8(ascii: "=")
  }

  /// What each byte stands for; 255 for what is no digit.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()

  private static let alphabet: [UInt8] = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
