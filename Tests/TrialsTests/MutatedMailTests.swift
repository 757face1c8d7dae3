import Model
import Readers
import Testing
import Trials

/// Mail and tables in the same sequence of mutilations every time.
@Suite struct MutatedMailTests {
  static let seeds: [(Format, String)] = [
    (
      .mail,
      """
      From: =?utf-8?B?QW5uIExlZQ==?= <ann@example.org>
      Subject: Fwd: =?koi8-r?Q?=F0=CF=D2=D4?=
      Date: Tue, 3 Jun 2025 09:00:00 +1000
      List-Id: Bay Watch <bay.example.org>
      Content-Type: multipart/mixed; boundary*0="a"; boundary*1=b

      --ab
      Content-Type: text/plain; format=flowed; charset=koi8-r
      Content-Transfer-Encoding: quoted-printable

      Forty =F0=CF ships=
       came \u{20}
      > On 3 June
      -- \u{20}
      Ann
      --ab
      Content-Type: message/rfc822

      Content-Type: multipart/alternative; boundary=c

      --c
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PHA+Rm9ydHkgc2hpcHMgY2FtZS48L3A+
      --c--
      --ab--
      """
    ),
    (
      .mail,
      """
      From ann@example.org Tue Jun  3 09:00:00 2025
      Subject: Re: x
      In-Reply-To: <a@b.org>

      ---------- Forwarded message ---------
      From: Bay <n@b.org>
      Date: Mon, Jun 2, 2025 at 9:00 AM
      Subject: Ships

      >From sea.

      From ann@example.org Tue Jun  3 09:00:00 2025
      Subject: y

      Ten ships.

      """
    ),
    (.csv, "id,text,published\n1,\"Forty \"\"ships\"\",\nten\",2025-01-02\n2,\"open\n3,x,\n"),
  ]

  @Test(arguments: seeds)
  func `what is mutilated is read or refused`(format: Format, text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try MutatedTextTests.properties.check(bytes, as: format) > 0)
    var mutator = Mutator(seed: UInt64(bytes.count))
    for _ in 0..<300 {
      try MutatedTextTests.properties.check(mutator.mutated(bytes), as: format)
    }
  }
}
