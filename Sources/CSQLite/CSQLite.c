#include "CSQLite.h"

#include <stddef.h>

sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

int csqlite_switch(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, NULL);
}

int csqlite_has(const char *option) { return sqlite3_compileoption_used(option); }
