-- What analysts said of the archive's content: dated, signed, never changed.

-- The subject is a key, so that a decision outlives the row that it was made on.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  who TEXT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('source', 'article', 'entity', 'claim')),
  subject_key TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  previous TEXT,
  why TEXT,
  undoes INTEGER REFERENCES decision
) STRICT;
CREATE INDEX decision_subject ON decision (subject_kind, subject_key, field);
CREATE INDEX decision_undoes ON decision (undoes) WHERE undoes IS NOT NULL;
