import Testing

@testable import Fetching

@Suite struct NetworkAddressTests {
  @Test(arguments: [
    "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
    "169.253.1.1", "223.255.255.255", "198.20.0.1",
  ])
  func `a host of the public network has a public address`(address: String) {
    #expect(four(address).isPublic)
  }

  @Test(arguments: [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.9.1",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255",
  ])
  func `an inner address is told in every form`(address: String) {
    let bytes = four(address).bytes
    #expect(!NetworkAddress(bytes: bytes).isPublic)
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(!NetworkAddress(bytes: zeros + [0xFF, 0xFF] + bytes).isPublic)
    #expect(!NetworkAddress(bytes: zeros + [0, 0] + bytes).isPublic)
    #expect(!NetworkAddress(bytes: [0, 0x64, 0xFF, 0x9B] + zeros.prefix(8) + bytes).isPublic)
    #expect(!NetworkAddress(bytes: [0x20, 2] + bytes + zeros).isPublic)
  }

  @Test(arguments: [
    ([0x2A, 0x00, 0x14, 0x50], true), ([0x26, 0x06, 0x47, 0], true), ([0xFC, 0], false),
    ([0xFD, 0x12], false), ([0xFE, 0x80], false), ([0xFE, 0xC0], false), ([0xFF, 0x02], false),
    ([0x20, 0x01, 0x0D, 0xB8], false), ([0x20, 0x01, 0, 0], false), ([0x01, 0], false), ([], false),
  ])
  func `addresses of IPv6 are told by their blocks`(start: [UInt8], isPublic: Bool) {
    let bytes = start + [UInt8](repeating: 0, count: 15 - start.count) + [1]
    #expect(NetworkAddress(bytes: bytes).isPublic == isPublic)
  }

  private func four(_ text: String) -> NetworkAddress {
    NetworkAddress(bytes: text.split(separator: ".").compactMap { UInt8($0) })
  }
}
