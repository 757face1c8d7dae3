/// What the names that an element bears (class, id, role, itemprop) say of it.
struct ElementKind: OptionSet, Sendable {
  let rawValue: UInt32

  /// The article's own text: `article-body`, `itemprop=articleBody`.
  static let body = ElementKind(rawValue: 1 << 0)

  /// What often holds the article: `post`, `entry`, `content`.
  static let content = ElementKind(rawValue: 1 << 1)

  static let navigation = ElementKind(rawValue: 1 << 2)
  static let footer = ElementKind(rawValue: 1 << 3)
  static let comments = ElementKind(rawValue: 1 << 4)
  static let related = ElementKind(rawValue: 1 << 5)
  static let share = ElementKind(rawValue: 1 << 6)
  static let promotion = ElementKind(rawValue: 1 << 7)
  static let advertisement = ElementKind(rawValue: 1 << 8)
  static let caption = ElementKind(rawValue: 1 << 9)
  static let byline = ElementKind(rawValue: 1 << 10)
  static let tags = ElementKind(rawValue: 1 << 11)
  static let sidebar = ElementKind(rawValue: 1 << 12)
  static let notice = ElementKind(rawValue: 1 << 13)
  static let hidden = ElementKind(rawValue: 1 << 14)

  /// A note on the author, unlike a mere byline.
  static let biography = ElementKind(rawValue: 1 << 15)

  /// Kinds that stand beside the article and never hold it.
  static let furniture: ElementKind = [
    .navigation, .footer, .comments, .related, .share, .promotion, .advertisement, .caption,
    .byline, .tags, .sidebar, .notice, .hidden, .biography,
  ]

  /// What the tokens of a class list or an identifier say, one by one and two together.
  init(names: some Collection<UInt8>) {
    var kind = ElementKind()
    var previous: UInt64 = 0
    var hash = ElementKind.seed
    var length = 0
    var wasLower = false
    func flush() {
      guard length > 0 else { return }
      if let found = ElementKind.tokens[hash] { kind.formUnion(found) }
      if previous != 0, let found = ElementKind.tokens[ElementKind.joined(previous, hash)] {
        kind.formUnion(found)
      }
      previous = hash
      hash = ElementKind.seed
      length = 0
    }
    for byte in names {
      let isUpper = byte &- 65 < 26
      let isLower = byte &- 97 < 26
      if !isUpper && !isLower && byte < 0x80 {
        flush()
        if byte <= 0x20 { previous = 0 }
        wasLower = false
        continue
      }
      if isUpper && wasLower { flush() }
      hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* ElementKind.prime
      length += 1
      wasLower = isLower
    }
    flush()
    self = kind
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let seed: UInt64 = 14_695_981_039_346_656_037
  private static let prime: UInt64 = 1_099_511_628_211

  private static func joined(_ one: UInt64, _ two: UInt64) -> UInt64 { (one ^ 0x2D) &* prime ^ two }

  private static let tokens: [UInt64: ElementKind] = {
    var table: [UInt64: ElementKind] = [:]
    for (kind, names) in ElementNames.table {
      for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let hashes = name.split(separator: "-").map { part in
          part.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
        }
        let key = hashes.count > 1 ? joined(hashes[0], hashes[1]) : hashes[0]
        table[key, default: []].formUnion(kind)
      }
    }
    return table
  }()
}

/// The names that sites give to the parts of a page; two words are joined by a hyphen.
enum ElementNames {
  static let table: [(ElementKind, String)] = [
    (
      .body,
      """
      article-body articlebody story-body storybody post-body postbody entry-content entrycontent
      post-content postcontent article-content articlecontent story-content storycontent
      article-text articletext story-text body-text bodytext body-copy bodycopy body-content
      article-copy content-body contentbody news-text newstext text-content richtext rich-text
      articlecontainer story-block blog-content blogcontent single-content td-post news-body
      newsbody detail-content article-main artcl-body art-text text-body paywall-content
      article-wrap news-content newscontent blog-post main-text maintext article-section
      """
    ),
    (
      .content,
      """
      article post entry story content main-content maincontent hentry main single page-content
      news blogpost
      """
    ),
    (
      .navigation,
      """
      nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager pagenav
      toolbar topbar topnav skiplink skiplinks skip-link skip-links page-links wp-pagenavi
      post-navigation nav-links toc subnav sitenav masthead crumb contentinfo
      tableofcontents table-contents
      """
    ),
    (.footer, "footer colophon bottombar footers footnav site-info siteinfo"),
    (
      .comments,
      """
      comments comment commentlist commentform disqus respond livefyre replies commentary-list
      comment-list comments-area discussion reader-comments facebook-comments fb-comments
      comment-section kommentare commento
      """
    ),
    (
      .related,
      """
      related relatedposts relatedarticles relatedstories recommend recommended recommendation
      recommendations recirc recirculation readmore read-more read-also read-next see-also seealso
      also-read teaser teasers similar trending mostread mostpopular most-read most-popular
      morestories more-stories more-from more-news more-articles more-on morenews outbrain taboola
      zergnet upnext up-next jp-relatedposts yarpp crp popular-posts popularposts latest-news
      latestnews latest-posts recent-posts recentposts other-news related-content relcontent
      article-links links-block onward next-article next-post next-story prev-next nextprev
      read-on further-reading dont-miss editors-picks keep-reading revcontent mgid
      story-list linklist link-list linkbox link-box infobox-related boxout link-embed
      internal-links article-recommendation rellinks rel-links teaserlist teaser-list topstories
      top-stories headlines listing-item mehr-zum popular interlink inline-link
      readalso promo-link whats-next crosslink cross-link embedded-link
      """
    ),
    (
      .share,
      """
      share shares sharing sharebar sharebox sharedaddy sharetools social socials socialmedia
      social-media social-links addthis addtoany sociable follow followus follow-us share-buttons
      sharebuttons share-tools share-links sociallinks social-share socialshare like-button
      tweet-button ssba heateor shareaholic toolset article-tools articletools article-actions
      story-tools post-actions action-bar actionbar utility-bar reactions
      """
    ),
    (
      .promotion,
      """
      newsletter newsletters subscribe subscription subscriptions signup sign-up paywall-prompt
      donate donation donations promo promos promotion cta membership optin mailchimp mailing
      regwall piano subscriber-only subscribe-box support-us newsletter-signup email-signup
      call-action callout-newsletter app-promo app-download appeal fundraising join-us upsell
      paywall-banner tipjar patreon kofi
      """
    ),
    (
      .advertisement,
      """
      ad ads advert adverts advertisement advertisements advertising adslot adunit adbox adsbygoogle
      dfp sponsor sponsored sponsors sponsorship google-ad googlead ad-container ad-wrapper
      ad-slot ad-unit leaderboard commercial promoted skyscraper anzeige werbung affiliate
      """
    ),
    (
      .caption,
      """
      caption captions figcaption credit credits photocredit photo-credit image-credit
      image-caption wp-caption-text caption-text imagecaption photocaption img-caption
      media-caption picture-caption gallery-caption slideshow gallery lightbox
      image-attribution attribution figure-caption copyright-holder photographer
      """
    ),
    (
      .byline,
      """
      byline bylines author authors dateline timestamp datetime meta postmeta post-meta
      entry-meta entrymeta article-meta articlemeta story-meta pubdate publish-date publishdate
      published-date post-date postdate article-date entry-date writer contributor
      contributors posted-on post-info postinfo article-info articleinfo
      article-byline reading-time read-time readtime last-updated lastmod date-line entry-footer
      post-footer article-footer vcard source-info
      """
    ),
    (
      .biography,
      """
      author-box authorbox author-bio authorbio about-author aboutauthor bio bios author-profile
      author-card author-info authorinfo profile author-description author-block post-author
      contributor-bio
      """
    ),
    (
      .tags,
      """
      tags taglist tag-list tagcloud post-tags article-tags entry-tags tags-links cat-links catlinks
      categories topics topic-list keywords post-categories article-topics label-list tag-links
      entry-categories kicker eyebrow rubric overline topic
      """
    ),
    (
      .sidebar,
      """
      sidebar sidebars aside rail right-rail rightrail left-rail widget widgets widget-area
      side-bar sidecol right-column rightcolumn complementary marginalia
      """
    ),
    (
      .notice,
      """
      cookie cookies consent gdpr popup modal overlay tooltip login log-in signin sign-in register
      search searchform search-form disclaimer copyright legal alert alerts banner notification
      privacy onetrust error-message warning noprint no-print print-only printonly print-logo
      audio-player audioplayer player video-player videoplayer poll quiz rating ratings survey
      captcha correction-form feedback report-error loading spinner disclosure
      affiliate-disclosure premium-notice listen
      """
    ),
    (
      .hidden,
      """
      sr-only screen-reader screenreader visually-hidden visuallyhidden visuallyhide hide hidden
      is-hidden offscreen element-invisible a11y assistive-text
      """
    ),
  ]
}
