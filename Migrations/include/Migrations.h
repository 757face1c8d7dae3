#pragma once

/// The SQL of a migration, from 1, or NULL past the last one.
const char *migration(int number);
