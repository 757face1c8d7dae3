#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Starts the program at `path` as the head of a process group of its own, in the root folder, with
// an environment that says nothing but to speak English, and no file but its three standard ones.
//
// It may take so many bytes of address space and seconds of processor time, and write no file.
// Swift has no fork, and a limit that is set after the start would come too late.
//
// Gives the process, and in `ends` the other ends of its standard input (a socket), output and
// errors (pipes), none of which blocks; -1 where it cannot be started.
pid_t process_start(
  const char *path, char *const arguments[], uint64_t memory, uint64_t seconds, int ends[3]);

// Writes to the standard input of a process, which may have closed it: that is an error here and
// never a signal.
ssize_t process_send(int end, const uint8_t *bytes, size_t count);
