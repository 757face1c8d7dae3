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
