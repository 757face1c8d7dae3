-- How likely the words make a figure, on the scale of probabilities that analysts use.
ALTER TABLE claim ADD COLUMN likelihood_low REAL;
ALTER TABLE claim ADD COLUMN likelihood_high REAL;
ALTER TABLE claim ADD COLUMN likelihood_words TEXT;

DROP VIEW v_claims;

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
  ) AS sentence,
  c.likelihood_low, c.likelihood_high, c.likelihood_words
FROM claim c
JOIN revision r ON r.id = c.revision
JOIN article a ON a.revision = r.id
LEFT JOIN source s ON s.id = a.source;
