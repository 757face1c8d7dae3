#pragma once
#include <stddef.h>
#include <stdint.h>

// libcurl's transfers as far as Swift cannot have them: variadic options, and callbacks.
//
// The library is opened when it is first needed: what fetches nothing does not pay for it.

// Several transfers side by side, on one thread.
typedef struct ccurl_session ccurl_session;
typedef struct ccurl_transfer ccurl_transfer;

// What is asked for. Strings are copied.
typedef struct {
  const char *url;
  const char *user_agent;

  // Lines of the header, such as `Accept: text/html`, with line feeds between them.
  const char *fields;

  int64_t size_limit;
  int64_t connect_milliseconds;
  int64_t total_milliseconds;

  // A transfer that stays below so many bytes a second for so long is given up.
  int64_t stall_bytes;
  int64_t stall_seconds;
} ccurl_request;

// Who is told of a transfer; each function gives 0 to end it.
typedef struct {
  void *context;

  // Asked with the 4 or 16 bytes of an address before a connection to it is opened.
  int (*allows)(void *context, const uint8_t *address, size_t count);

  // A line of the header, its end included.
  int (*header)(void *context, const uint8_t *bytes, size_t count);

  // A part of the body, unpacked.
  int (*body)(void *context, const uint8_t *bytes, size_t count);
} ccurl_listener;

// Why a transfer ended, as far as it makes a difference.
typedef enum {
  CCURL_DONE,
  CCURL_BAD_ADDRESS,
  CCURL_UNKNOWN_HOST,
  CCURL_NO_CONNECTION,
  CCURL_TOO_SLOW,
  CCURL_TOO_LARGE,
  CCURL_CUT_OFF,
  CCURL_NOT_TRUSTED,
  CCURL_STOPPED,
  CCURL_OTHER,
} ccurl_end;

// 0 where the library is not installed, or too old.
int ccurl_load(void);

// The seconds since 1970 of a date as HTTP writes it, -1 where it is none.
int64_t ccurl_date(const char *text);

// With at most so many connections, one a host. NULL where memory has run out.
ccurl_session *ccurl_session_make(int connections);

// All of its transfers have been freed before.
void ccurl_session_free(ccurl_session *session);

// Begins a transfer, without following redirections. NULL where memory has run out.
ccurl_transfer *ccurl_start(
  ccurl_session *session, const ccurl_request *request, const ccurl_listener *listener);

// Ends a transfer, whether it is done or not.
void ccurl_transfer_free(ccurl_transfer *transfer);

// Goes on with all transfers, and waits at most so long for something to do.
void ccurl_run(ccurl_session *session, int milliseconds);

// The context of a transfer that has ended since the last call, and how; NULL where none has.
void *ccurl_next_ended(ccurl_session *session, ccurl_end *end);

// Of a transfer that has ended: what libcurl says of it, and where its response redirects to, or
// NULL.
const char *ccurl_reason(const ccurl_transfer *transfer);
const char *ccurl_redirection(const ccurl_transfer *transfer);
