/// The values that one field may have, and those that it must not have.
///
/// Of `any` one has to match, where there are some; of `none` nothing may. What has no value at
/// all matches none of either.
public struct Filter<Element: Sendable>: Sendable {
  public var any: [Element]
  public var none: [Element]

  public init(any: [Element] = [], none: [Element] = []) {
    self.any = any
    self.none = none
  }

  public var isEmpty: Bool { any.isEmpty && none.isEmpty }
}
