#pragma once

/// The text of a built-in gazetteer table, or NULL past the last one.
const char *gazetteer_table(int number);

/// The text of a table of units, or NULL past the last one.
const char *unit_table(int number);

/// The text of one of a language's tables, or NULL past the last one; languages by ISO 639-1.
const char *language_table(const char *language, int number);

/// The text of a table of words that stand around articles, or NULL past the last one.
const char *reading_table(int number);
