#pragma once
#include <sqlite3.h>

// What Swift cannot import of SQLite: variadic functions and macros that cast.

/// SQLITE_TRANSIENT, a cast of -1 to a function: SQLite copies what is bound.
sqlite3_destructor_type csqlite_transient(void);

/// sqlite3_db_config for the options that take a switch; variadic in SQLite.
int csqlite_switch(sqlite3 *database, int option, int on);

/// Whether the library was built with an option, such as ENABLE_FTS5.
int csqlite_has(const char *option);
