-- Copies of which only a part was taken, cut and mended.

-- One run of words in eight of each text, as a hash: what two texts share is found by it. `size` is
-- how many the text has.
CREATE TABLE shingle (
  hash INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision,
  size INTEGER NOT NULL,
  PRIMARY KEY (hash, revision)
) STRICT, WITHOUT ROWID;

-- The program does that for the texts which are already there, and takes the row out.
INSERT INTO setting (name, value) SELECT 'copies', 'pending' FROM revision LIMIT 1;

-- The earlier article that has most of this one's text, and how much of it, from 0 to 1; `origin`
-- is where the chain of these ends.
ALTER TABLE article ADD COLUMN parent INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE article ADD COLUMN share REAL;
ALTER TABLE article ADD COLUMN origin INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED;
UPDATE article SET parent = t.origin, share = 1, origin = t.origin
FROM story t WHERE t.id = article.story AND t.origin <> article.id;
CREATE INDEX article_parent ON article (parent) WHERE parent IS NOT NULL;
CREATE INDEX article_origin ON article (origin) WHERE origin IS NOT NULL;

DROP VIEW v_articles;
DROP INDEX article_story;
ALTER TABLE article DROP COLUMN story;
DROP TABLE story;

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
  a.origin AS copy_of, a.share AS copy_share
FROM article a
JOIN revision r ON r.id = a.revision
LEFT JOIN source s ON s.id = a.source;
