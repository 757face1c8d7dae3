-- What came in: sources, articles, their revisions, and the unchanged bytes.

-- One fact of the archive itself a row; 'gazetteer' is the digest of the built-in one in it.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingest', 'import', 'reprocess')),
  started_at TEXT NOT NULL,
  version TEXT NOT NULL,
  gazetteer TEXT NOT NULL
) STRICT;

-- `outlet` is the shortest name that its articles give; `name` is an analyst's.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  site TEXT,
  outlet TEXT,
  name TEXT,
  kind TEXT,
  country TEXT,
  reliability TEXT NOT NULL DEFAULT 'F' CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  note TEXT
) STRICT;

-- Articles that are copies of one another; its origin is the earliest.
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX story_origin ON story (origin);

-- What is searched and listed is that of the current revision. `sort_at` is the time of
-- publication; a day without a time stands at its end, no day at all at the end of all.
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  source INTEGER REFERENCES source,
  story INTEGER REFERENCES story,
  revision INTEGER NOT NULL REFERENCES revision DEFERRABLE INITIALLY DEFERRED,
  sort_at TEXT NOT NULL,
  published TEXT,
  language TEXT,
  url TEXT,
  title TEXT,
  search_title TEXT NOT NULL,
  search_body TEXT NOT NULL
) STRICT;
-- With what lists are filtered by, so that walking it reads no article that is not listed.
CREATE INDEX article_order ON article (sort_at, key, revision, source, published, language);
CREATE INDEX article_source ON article (source, sort_at);
CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;
CREATE INDEX article_revision ON article (revision);

CREATE TABLE identifier (
  kind TEXT NOT NULL CHECK (kind IN ('url', 'message-id', 'guid', 'id', 'digest')),
  value TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_article ON identifier (article);

-- One title and body that an article had at one time. `number` counts from the oldest; what is
-- known of the document beside them is that of `original`. `text_hash` is of the folded body: equal
-- ones are copies. Lists are JSON.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run,
  original INTEGER NOT NULL REFERENCES original DEFERRABLE INITIALLY DEFERRED,
  text_hash INTEGER,
  title TEXT,
  document_id TEXT,
  url TEXT,
  outlet TEXT,
  published TEXT,
  published_at TEXT,
  updated_at TEXT,
  captured_at TEXT,
  record_id TEXT,
  language TEXT,
  language_declared TEXT,
  mime TEXT,
  complete INTEGER NOT NULL,
  bylines TEXT NOT NULL,
  provenance TEXT NOT NULL,
  tags TEXT NOT NULL,
  enclosures TEXT NOT NULL,
  refs TEXT NOT NULL,
  summary TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX revision_article ON revision (article, number);
CREATE INDEX revision_original ON revision (original);
CREATE INDEX revision_text ON revision (text_hash) WHERE text_hash IS NOT NULL;

-- Teasers of other articles that stood in the body.
CREATE TABLE link (
  revision INTEGER NOT NULL REFERENCES revision,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  url TEXT,
  PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

-- The unchanged bytes, in zlib form; NULL where only their digest is known. `seen_at` is the time
-- of this text: updated, else captured, else ingested; `arrival` orders those that have no time
-- of their own, and is 0 for those that have.
CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  length INTEGER NOT NULL,
  seen_at TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run,
  path TEXT,
  part_offset INTEGER,
  container_sha256 BLOB,
  bytes BLOB
) STRICT;
CREATE UNIQUE INDEX original_sha256 ON original (sha256, revision);
CREATE INDEX original_revision ON original (revision);

-- Plain unicode61 over a text in which words of every script are cut, so that any program with
-- SQLite can search it.
CREATE VIRTUAL TABLE article_fts USING fts5 (
  search_title, search_body, content="article", content_rowid="id",
  tokenize="unicode61 remove_diacritics 2"
);
