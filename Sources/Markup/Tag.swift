/// The elements of HTML that a reader has rules for; `text` is no element, `other` any other one.
public enum Tag: String, Sendable, CaseIterable {
  case text = "#text"
  case other = "#other"
  case a, abbr, address, article, aside, audio, b, base, big, blockquote, body, br, button, canvas
  case caption, center, cite, code, data, datalist, dd, del, details, dialog, dir, div, dl, dt, em
  case embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5
  case h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link
  case main, map, mark, menu, meta, meter, nav, noscript, object, ol, optgroup, option, output, p
  case param, picture, pre, progress, q, rb, rp, rt, rtc, ruby, s, samp, section, select, small
  case source, span, strike, strong, sub, summary, sup, svg, table, tbody, td, template, textarea
  case tfoot, th, thead, time, title, tr, tt, u, ul, `var`, video, wbr

  private static let byName: [String: Tag] = Dictionary(
    uniqueKeysWithValues: allCases.dropFirst(2).map { ($0.rawValue, $0) })

  init(name: String) { self = Tag.byName[name] ?? .other }
}

/// The attributes of HTML that a reader has rules for; all others are cut before parsing.
public enum AttributeName: String, Sendable, CaseIterable {
  case other = "#other"
  case alt, `class`, charset, content, datetime, hidden, href, id, itemprop, itemscope, itemtype
  case lang, name, property, pubdate, rel, role, src, style, title, type
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case dataComponent = "data-component"
  case dataQA = "data-qa"
  case dataTestID = "data-testid"
  case dataType = "data-type"
  case httpEquiv = "http-equiv"
  case xmlLang = "xml:lang"

  private static let byName: [String: AttributeName] = Dictionary(
    uniqueKeysWithValues: allCases.dropFirst().map { ($0.rawValue, $0) })

  init(name: String) { self = AttributeName.byName[name] ?? .other }

  private static let packed = allCases.dropFirst().map { PackedName($0.rawValue) }

  static func isKept(_ name: PackedName) -> Bool { packed.contains(name) }
}
