-- What users may rely on: the tables may change, these do not.

CREATE VIEW v_sources AS
SELECT
  s.id, s.key, coalesce(s.name, s.outlet, s.site) AS name, s.site, s.country, s.kind,
  s.reliability, s.note,
  (SELECT count(*) FROM article a WHERE a.source = s.id) AS articles,
  (SELECT min(a.published) FROM article a WHERE a.source = s.id) AS first_published,
  (SELECT max(a.published) FROM article a WHERE a.source = s.id) AS last_published
FROM source s;

CREATE VIEW v_articles AS
SELECT
  a.id, a.key, r.number AS revision,
  (SELECT count(*) FROM revision x WHERE x.article = a.id) AS revisions,
  a.title, a.url, coalesce(s.name, s.outlet, s.site) AS source,
  coalesce(s.reliability, 'F') AS source_reliability, a.published, r.published_at, r.updated_at,
  r.captured_at,
  (
    SELECT min(n.started_at) FROM revision x
    JOIN original o ON o.revision = x.id JOIN run n ON n.id = o.run
    WHERE x.article = a.id
  ) AS ingested_at,
  a.language, (SELECT count(*) FROM claim c WHERE c.revision = a.revision) AS claims,
  CASE WHEN t.origin <> a.id THEN t.origin END AS copy_of,
  CASE WHEN t.origin <> a.id THEN 1.0 END AS copy_share
FROM article a
JOIN revision r ON r.id = a.revision
LEFT JOIN source s ON s.id = a.source
LEFT JOIN story t ON t.id = a.story;

CREATE VIEW v_revisions AS
SELECT
  r.id, r.key, r.article AS article_id, a.key AS article_key, r.number AS revision,
  a.revision = r.id AS is_current, r.title, r.url, r.outlet, r.published, r.published_at,
  r.updated_at, r.captured_at, r.language, r.language_declared, r.mime, r.complete, r.bylines,
  r.tags, r.summary, (SELECT min(o.seen_at) FROM original o WHERE o.revision = r.id) AS first_at,
  (SELECT count(*) FROM original o WHERE o.revision = r.id) AS originals, r.body AS text
FROM revision r
JOIN article a ON a.id = r.article;

-- Claims of current revisions; lists are joined by '; '.
CREATE VIEW v_claims AS
SELECT
  c.id AS claim_id, c.key, a.id AS article_id, a.key AS article_key, r.number AS revision, a.title,
  a.url, coalesce(s.name, s.outlet, s.site) AS source,
  coalesce(s.reliability, 'F') AS source_reliability, a.published, a.published AS said_on,
  c.quote_start, c.quote_end, c.quote, c.value, c.low, c.high, c.comparator, c.approximate,
  c.change, c.direction, c.unit, c.unit_text, c.unit_phrase, c.dimension, c.per, c.measure, c.page,
  c.sentence_start, c.sentence_end,
  (
    SELECT group_concat(key, '; ') FROM (
      SELECT e.key FROM claim_entity x JOIN entity e ON e.id = x.entity
      WHERE x.claim = c.id AND x.role = 'subject' ORDER BY e.key)
  ) AS subjects,
  (
    SELECT group_concat(key, '; ') FROM (
      SELECT e.key FROM claim_entity x JOIN entity e ON e.id = x.entity
      WHERE x.claim = c.id AND x.role = 'place' ORDER BY e.key)
  ) AS places,
  c.time_from, c.time_to, c.precision, c.time_source, c.entity_source, c.modality, c.basis,
  c.speaker, c.speaker_start, c.speaker_end, c.speaker_id, c.via, c.quoted, c.same_as,
  CAST(
    substr(CAST(r.body AS BLOB), c.sentence_start + 1, c.sentence_end - c.sentence_start) AS TEXT
  ) AS sentence
FROM claim c
JOIN revision r ON r.id = c.revision
JOIN article a ON a.revision = r.id
LEFT JOIN source s ON s.id = a.source;

-- The subjects and places of those claims, one a row.
CREATE VIEW v_claim_entities AS
SELECT x.claim AS claim_id, x.role, e.key AS entity, e.name, e.kind
FROM claim_entity x
JOIN claim c ON c.id = x.claim
JOIN article a ON a.revision = c.revision
JOIN entity e ON e.id = x.entity;

-- Where current revisions name entities.
CREATE VIEW v_mentions AS
SELECT
  a.id AS article_id, a.key AS article_key, e.key AS entity, e.name, e.kind, m.quote_start,
  m.quote_end, m.quote, m.named_by
FROM mention m
JOIN article a ON a.revision = m.revision
JOIN entity e ON e.id = m.entity;

-- Each entity under every one that it lies in, and under itself at depth 0.
CREATE VIEW v_entity_below AS
SELECT a.key AS ancestor, e.key AS entity, b.depth, b.valid_from, b.valid_to
FROM entity_below b
JOIN entity a ON a.id = b.ancestor
JOIN entity e ON e.id = b.entity;
