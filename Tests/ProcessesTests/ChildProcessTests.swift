import Processes
import Testing

@Suite struct ChildProcessTests {
  private let limits = ChildLimits(memory: 1 << 29, seconds: 20, output: 1 << 20)

  private func shell(_ script: String, _ limits: ChildLimits) throws(ChildError) -> ChildAnswer {
    try ChildProcess.run("/bin/sh", ["-c", script], limits: limits)
  }

  @Test func `a child is given bytes and answers with bytes`() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let answer = try ChildProcess.run("/bin/cat", [], input: bytes, limits: limits)
    #expect(answer.output == bytes)
    #expect(answer.status == 0)
  }

  @Test func `its status and the beginning of its errors are told`() throws {
    let answer = try shell("echo no >&2; yes | head -c 100000 >&2; exit 3", limits)
    #expect(answer.status == 3)
    #expect(answer.errors.starts(with: Array("no\ny\n".utf8)))
    #expect(answer.errors.count == 1 << 14)
  }

  @Test func `a child that reads nothing is no fault`() throws {
    let bytes = [UInt8](repeating: 1, count: 1 << 20)
    #expect(
      try ChildProcess.run("/bin/echo", ["a b"], input: bytes, limits: limits).output
        == Array("a b\n".utf8))
  }

  @Test func `a child that takes too long is ended`() {
    var limits = limits
    limits.seconds = 1
    #expect(throws: ChildError.tooSlow) { try shell("sleep 30", limits) }
    #expect(throws: ChildError.tooSlow) { try shell("exec >&- 2>&-; sleep 30", limits) }
  }

  @Test func `a child that says too much is ended`() {
    #expect(throws: ChildError.tooMuchOutput) { try shell("yes", limits) }
  }

  @Test func `a child gets no more memory than it may`() throws {
    var limits = limits
    limits.memory = 64 << 20
    #expect(try shell("dd if=/dev/zero of=/dev/null bs=32M count=1", limits).status == 0)
    #expect(try shell("dd if=/dev/zero of=/dev/null bs=128M count=1", limits).status != 0)
  }

  @Test func `a child writes no file`() throws {
    #expect(throws: ChildError.signal(25)) {
      try shell("t=$(mktemp) && exec head -c 10 /dev/zero > $t", limits)
    }
  }

  @Test func `a child sees neither the environment nor the files of the program`() throws {
    let answer = try shell("pwd; env | grep -v -e ^PWD -e ^_ -e ^SHLVL; ls /proc/self/fd", limits)
    #expect(String(decoding: answer.output, as: UTF8.self) == "/\nLC_ALL=C\n0\n1\n2\n3\n")
  }

  @Test func `what ends it is told`() {
    #expect(throws: ChildError.signal(15)) { try shell("kill -TERM $$", limits) }
  }

  @Test func `a program that is not there cannot be started`() {
    #expect(throws: ChildError.cannotStart) {
      try ChildProcess.run("/no/such/program", [], limits: limits)
    }
  }
}
