#define _GNU_SOURCE
#include "CProcesses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

static char *const environment[] = {"LC_ALL=C", NULL};

// Nothing below that is called between fork and exec may take a lock: another thread of the program
// could hold it for ever.

static void limit(int resource, rlim_t most) {
  struct rlimit limits = {most, most};
  setrlimit(resource, &limits);
}

static void close_others(void) {
#ifdef __linux__
  if (close_range(3, ~0U, 0) == 0) return;
#endif
  for (int end = 3; end < 1024; end++) close(end);
}

static void take_defaults(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void become(
  const char *path, char *const arguments[], uint64_t memory, uint64_t seconds, const int own[3]
) {
  setpgid(0, 0);
  take_defaults();
  for (int number = 0; number < 3; number++) {
    if (dup2(own[number], number) < 0) _exit(127);
  }
  close_others();
  if (chdir("/") != 0) _exit(127);
  limit(RLIMIT_AS, memory);
  limit(RLIMIT_CPU, seconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
#ifdef __linux__
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
  execve(path, arguments, environment);
  _exit(127);
}

static void close_pair(const int pair[2]) {
  close(pair[0]);
  close(pair[1]);
}

// The children of other threads must not inherit the ends: a pipe that one of them holds open would
// never end.
static int make_pipe(int pair[2]) {
#ifdef __linux__
  return pipe2(pair, O_CLOEXEC);
#else
  if (pipe(pair) != 0) return -1;
  fcntl(pair[0], F_SETFD, FD_CLOEXEC);
  fcntl(pair[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

static int make_socket(int pair[2]) {
#ifdef __linux__
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair);
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return -1;
  int on = 1;
  setsockopt(pair[1], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
  fcntl(pair[0], F_SETFD, FD_CLOEXEC);
  fcntl(pair[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

pid_t process_start(
  const char *path, char *const arguments[], uint64_t memory, uint64_t seconds, int ends[3]
) {
  int input[2], output[2], errors[2];
  if (make_socket(input) != 0) return -1;
  if (make_pipe(output) != 0) {
    close_pair(input);
    return -1;
  }
  if (make_pipe(errors) != 0) {
    close_pair(input);
    close_pair(output);
    return -1;
  }
  const int own[3] = {input[0], output[1], errors[1]};
  ends[0] = input[1];
  ends[1] = output[0];
  ends[2] = errors[0];
  pid_t process = fork();
  if (process == 0) become(path, arguments, memory, seconds, own);
  for (int number = 0; number < 3; number++) {
    close(own[number]);
    if (process < 0) {
      close(ends[number]);
    } else {
      fcntl(ends[number], F_SETFL, O_NONBLOCK);
    }
  }
  // Here, too, so that it is done whoever comes first.
  if (process > 0) setpgid(process, process);
  return process;
}

ssize_t process_send(int end, const uint8_t *bytes, size_t count) {
  return send(end, bytes, count, MSG_NOSIGNAL);
}
