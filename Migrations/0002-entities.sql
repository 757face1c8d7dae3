-- Who and where: the gazetteer that extraction used, and where texts name its entities.

-- `parent` and `centre` are keys of other entities. A user's row wins over a built-in one.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL CHECK (origin IN ('builtin', 'user')),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  parent TEXT,
  iso TEXT,
  wikidata TEXT,
  geonames TEXT,
  centre TEXT,
  valid_from TEXT,
  valid_to TEXT,
  notes TEXT
) STRICT;

CREATE TABLE alias (
  entity INTEGER NOT NULL REFERENCES entity,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  named_by TEXT NOT NULL CHECK (named_by IN ('name', 'alias', 'demonym', 'metonym')),
  ambiguous INTEGER NOT NULL,
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;

-- Every entity under each that it lies in, itself included at depth 0; rebuilt when entities
-- change. From and to (exclusive) say when it lay there.
CREATE TABLE entity_below (
  ancestor INTEGER NOT NULL REFERENCES entity,
  entity INTEGER NOT NULL REFERENCES entity,
  depth INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  PRIMARY KEY (ancestor, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  revision INTEGER NOT NULL REFERENCES revision,
  quote_start INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity,
  quote_end INTEGER NOT NULL,
  named_by TEXT NOT NULL CHECK (named_by IN ('name', 'alias', 'demonym', 'metonym')),
  quote TEXT NOT NULL,
  PRIMARY KEY (revision, quote_start, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity, revision);

-- Names that were held back as ambiguous; `candidates` are keys of entities, as JSON.
CREATE TABLE held (
  revision INTEGER NOT NULL REFERENCES revision,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  candidates TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (revision, quote_start)
) STRICT, WITHOUT ROWID;
