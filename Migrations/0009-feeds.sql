-- What is fetched: the feeds that are subscribed to, and what servers sent with what they gave.

-- `url` is the address that was subscribed to, `moved_to` where it has moved for good: what is asked
-- now. The title is an analyst's, else the feed's own; `tags` are JSON, the folders that it lies in.
-- `etag` and `last_modified` are the marks of the answer that was stored last. A feed that fails is
-- left alone until `next_poll_at`; `status` says in words what came of the last time.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  moved_to TEXT,
  title TEXT,
  site_url TEXT,
  tags TEXT NOT NULL,
  source INTEGER REFERENCES source ON DELETE SET NULL,
  added_at TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  polled_at TEXT,
  next_poll_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  status TEXT
) STRICT;
CREATE INDEX feed_moved_to ON feed (moved_to) WHERE moved_to IS NOT NULL;
CREATE INDEX feed_source ON feed (source) WHERE source IS NOT NULL;

-- The header of the response that the bytes came in, as JSON, a list of pairs of name and value;
-- NULL for what came from files.
ALTER TABLE original ADD COLUMN headers TEXT;
