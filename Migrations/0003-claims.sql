-- The figures: quantities that a text states of the world.

-- `position` counts the claims of a revision in the order of its text; `measure_head` is the head
-- noun of what is counted, singular and folded. `via` is JSON.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision,
  position INTEGER NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '~', '>', '>=', '<', '<=', 'range')),
  approximate INTEGER NOT NULL,
  change TEXT CHECK (change IN ('up', 'down')),
  direction TEXT CHECK (direction IN ('up', 'down')),
  unit TEXT,
  unit_text TEXT,
  unit_phrase TEXT,
  dimension TEXT,
  per TEXT,
  measure TEXT,
  measure_head TEXT,
  page INTEGER,
  time_from TEXT,
  time_to TEXT,
  precision TEXT CHECK (
    precision IN ('day', 'week', 'month', 'quarter', 'half', 'year', 'decade')),
  time_source TEXT CHECK (time_source IN ('stated', 'carried')),
  entity_source TEXT CHECK (entity_source IN ('stated', 'carried')),
  modality TEXT NOT NULL CHECK (
    modality IN (
      'asserted', 'estimated', 'possible', 'forecast', 'planned', 'required', 'denied')),
  basis TEXT CHECK (basis IN ('official', 'unofficial')),
  speaker TEXT,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_id TEXT,
  via TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  same_as INTEGER REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  quote TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX claim_revision ON claim (revision, position);
CREATE INDEX claim_key ON claim (key);
CREATE INDEX claim_unit ON claim (unit);
CREATE INDEX claim_measure ON claim (measure_head);
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX claim_speaker_id ON claim (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX claim_same_as ON claim (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE claim_entity (
  claim INTEGER NOT NULL REFERENCES claim,
  role TEXT NOT NULL CHECK (role IN ('subject', 'place')),
  entity INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (claim, role, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_entity_entity ON claim_entity (entity, role, claim);
