#include "CAllocations.h"

#include <stdlib.h>

#if defined(__GLIBC__)

#include <stdatomic.h>

// A program that links this has these in place of the C library's, which glibc allows; they count
// and hand on to what glibc's own are by another name.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void __libc_free(void *block);

static atomic_uint_fast64_t count;

void *malloc(size_t size) {
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  return __libc_malloc(size);
}

void *calloc(size_t blocks, size_t size) {
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  return __libc_calloc(blocks, size);
}

void *realloc(void *block, size_t size) {
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  return __libc_realloc(block, size);
}

void free(void *block) { __libc_free(block); }

uint64_t allocation_count(void) { return atomic_load_explicit(&count, memory_order_relaxed); }

int allocations_are_counted(void) { return 1; }

#else

uint64_t allocation_count(void) { return 0; }

int allocations_are_counted(void) { return 0; }

#endif
