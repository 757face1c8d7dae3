#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

#include <stdint.h>

/// How many blocks of memory this process has asked for so far; 0 where nothing counts them.
uint64_t allocation_count(void);

/// Whether they are counted: where the C library is glibc.
int allocations_are_counted(void);

#endif
