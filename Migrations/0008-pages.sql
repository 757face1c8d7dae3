-- Documents with pages. `pages` is JSON: where each begins, in bytes of the body; `tool` is the
-- program outside that found the text, with its version.
ALTER TABLE revision ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE revision ADD COLUMN tool TEXT;
