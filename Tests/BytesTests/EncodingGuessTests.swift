import Bytes
import Testing

@Suite struct EncodingGuessTests {
  private func read(_ base64: String, _ declared: String? = nil) -> (name: String, text: String) {
    let decoded = DecodedText(Base64.decode(base64) ?? [], declared: declared)
    return (decoded.encoding.name, String(decoding: decoded.utf8, as: UTF8.self))
  }

  @Test(arguments: [
    (
      "windows-1251", "z+7w8iDv8Ojt/+sg4iDs4OUg8e7w7uog8fPk7uIsIPHq4Ofg6yDt4Pfg6/zt6Oog7+7w8uAu",
      "Порт принял в мае сорок судов, сказал начальник порта."
    ),
    (
      "koi8-r", "8M/S1CDQ0snO0cwg1yDNwcUg08/Sz8sg09XEz9csINPLwdrBzCDOwd7BzNjOycsg0M/S1MEu",
      "Порт принял в мае сорок судов, сказал начальник порта."
    ),
    (
      "iso-8859-5", "v97g4iDf4Njd79sg0iDc0NUg4d7g3tog4ePU3tIsIOHa0NfQ2yDd0OfQ2+zd2Nog397g4tAu",
      "Порт принял в мае сорок судов, сказал начальник порта."
    ),
    (
      "ibm866", "j67g4iCv4Kit76sgoiCsoKUg4a7grqog4eOkrqIsIOGqoKegqyCtoOegq+ytqKogr67g4qAu",
      "Порт принял в мае сорок судов, сказал начальник порта."
    ),
    (
      "gb18030", "uqO52Mu1o6y427/azuXUwr3TtP3By8vEyq7L0rSsoaM=",
      "海关说，港口五月接待了四十艘船。"
    ),
    ("big5", "rvzD9ruhoUG05KRmpK2k67G1q92kRqV8pFG/tLLuoUM=", "海關說，港口五月接待了四十艘船。"),
    ("euc-kr", "x9exuLTCIDW/+b+hILnoIDQww7TAuyC4wr7StNku", "항구는 5월에 배 40척을 맞았다."),
    ("shift_jis", "jWCCzYzcjI6CyY5sj1yQx4LMkUSC8Ix9gqaCvYFC", "港は五月に四十隻の船を迎えた。"),
    (
      "windows-1253",
      "1O8g6+ns3O3pIOTd9/Tn6uUg8+Hx3O304SDw6+/f4SD07+0gzNzp7y4=",
      "Το λιμάνι δέχτηκε σαράντα πλοία τον Μάιο."
    ),
    (
      "windows-1255", "5PDu7CD36eHsIOD44fLp7SDx9Onw5fog4e7g6Swg4O74IO7w5Owg5PDu7C4=",
      "הנמל קיבל ארבעים ספינות במאי, אמר מנהל הנמל."
    ),
    (
      "windows-874",
      "t+jS4MPXzcPRuuDD183K1ejK1LrF0+O54LTXzbm+xMnA0qTBILzZ6c3TucfCodLDt+jS4MPXzaHF6NLH",
      "ท่าเรือรับเรือสี่สิบลำในเดือนพฤษภาคม ผู้อำนวยการท่าเรือกล่าว"
    ),
    (
      "koi8-u",
      "8M/S1CDQ0snKztHXINUg1NLB186mINPP0s/LINPVxMXOLCCmIMPFIMKmzNjbxSwgzqbWIMLVzM8g1M/SpssuILenIM7FzcGkLg==",
      "Порт прийняв у травні сорок суден, і це більше, ніж було торік. Її немає."
    ),
    ("euc-jp", "ucGkz7jet+6ky7vNvb3AyaTOwaWk8rfepKikv6Gj", "港は五月に四十隻の船を迎えた。"),
  ])
  func `bytes without a label are taken for what they look like`(
    name: String, bytes: String, text: String
  ) {
    #expect(read(bytes) == (name, text))
    #expect(read(bytes, "utf-8") == (name, text))
    #expect(read(bytes, "x-no-such") == (name, text))
  }

  @Test func `a label goes before the guess`() {
    #expect(read("z+7w8g==", "koi8-r").text == "оНПР")
  }

  @Test(
    arguments: [
      ("Größe", [0x47, 0x72, 0xF6, 0xDF, 0x65]),
      ("“so far”", [0x93] + Array("so far".utf8) + [0x94]),
      ("3 €", [0x33, 0x20, 0x80]), ("à la carte", [0xE0] + Array(" la carte".utf8)),
      ("ÉTÉ", [0xC9, 0x54, 0xC9]),
    ] as [(String, [UInt8])])
  func `Western letters and marks stay Western`(text: String, bytes: [UInt8]) {
    #expect(String(decoding: DecodedText(bytes).utf8, as: UTF8.self) == text)
  }

  @Test func `ASCII is in the encoding of its label`() {
    #expect(DecodedText(Array("plain".utf8), declared: "koi8-r").encoding.name == "koi8-r")
    #expect(DecodedText(Array("plain".utf8)).encoding == .utf8)
  }

  @Test func `any bytes are text of some encoding`() {
    for seed in 0..<64 {
      var state = UInt32(seed) &* 2_654_435_761 | 1
      let bytes = (0..<300).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 24) | (seed & 1 == 0 ? 0x80 : 0)
      }
      for count in [1, 2, 3, 299, 300] {
        #expect(!DecodedText(Array(bytes.prefix(count))).utf8.isEmpty)
      }
    }
  }
}
