// For strtok_r, which is no part of C itself.
#define _DEFAULT_SOURCE

#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <locale.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

// The functions of the library, found by their names.
#define FUNCTIONS(X) \
  X(curl_global_init) X(curl_version_info) X(curl_getdate) X(curl_easy_init) \
  X(curl_easy_setopt) X(curl_easy_getinfo) X(curl_easy_cleanup) X(curl_easy_strerror) \
  X(curl_slist_append) X(curl_slist_free_all) X(curl_multi_init) X(curl_multi_setopt) \
  X(curl_multi_add_handle) X(curl_multi_remove_handle) X(curl_multi_perform) X(curl_multi_poll) \
  X(curl_multi_info_read) X(curl_multi_cleanup)

#define DECLARE(name) __typeof__(&name) name##_;
static struct {
  FUNCTIONS(DECLARE)
} library;

#define setopt library.curl_easy_setopt_

// Of 7.85, which knows the protocols by their names.
static const unsigned oldest = 0x075500;

#ifdef __APPLE__
static const char *const file = "libcurl.4.dylib";
#else
static const char *const file = "libcurl.so.4";
#endif

#define FIND(name) \
  library.name##_ = (__typeof__(library.name##_))dlsym(handle, #name); \
  if (library.name##_ == NULL) return 0;

static int find_all(void) {
  void *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
  if (handle == NULL) return 0;
  FUNCTIONS(FIND)
  if (library.curl_global_init_(CURL_GLOBAL_DEFAULT) != CURLE_OK) return 0;
  // Names of hosts in other scripts are taken to be of the locale's encoding.
  setlocale(LC_CTYPE, "C.UTF-8");
  return library.curl_version_info_(CURLVERSION_NOW)->version_num >= oldest;
}

static int is_found;
static void find(void) { is_found = find_all(); }

int ccurl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, find);
  return is_found;
}

int64_t ccurl_date(const char *text) { return ccurl_load() ? library.curl_getdate_(text, NULL) : -1; }

struct ccurl_session {
  CURLM *multi;
};

struct ccurl_transfer {
  CURL *easy;
  CURLM *multi;
  struct curl_slist *fields;
  ccurl_listener listener;
  char reason[CURL_ERROR_SIZE];
};

ccurl_session *ccurl_session_make(int connections) {
  ccurl_session *session = calloc(1, sizeof *session);
  if (session == NULL) return NULL;
  session->multi = library.curl_multi_init_();
  if (session->multi == NULL) {
    free(session);
    return NULL;
  }
  library.curl_multi_setopt_(session->multi, CURLMOPT_MAX_HOST_CONNECTIONS, 1L);
  library.curl_multi_setopt_(session->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)connections);
  return session;
}

void ccurl_session_free(ccurl_session *session) {
  library.curl_multi_cleanup_(session->multi);
  free(session);
}

static curl_socket_t open_socket(
  void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  const ccurl_transfer *transfer = context;
  const uint8_t *bytes = NULL;
  size_t count = 0;
  if (address->family == AF_INET) {
    bytes = (const uint8_t *)&((const struct sockaddr_in *)&address->addr)->sin_addr;
    count = 4;
  } else if (address->family == AF_INET6) {
    bytes = (const uint8_t *)&((const struct sockaddr_in6 *)&address->addr)->sin6_addr;
    count = 16;
  }
  if (purpose != CURLSOCKTYPE_IPCXN || bytes == NULL) return CURL_SOCKET_BAD;
  if (!transfer->listener.allows(transfer->listener.context, bytes, count)) return CURL_SOCKET_BAD;
#ifdef SOCK_CLOEXEC
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
  return socket(address->family, address->socktype, address->protocol);
#endif
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_transfer *transfer = context;
  const uint8_t *line = (const uint8_t *)bytes;
  return transfer->listener.header(transfer->listener.context, line, size * count) ? size * count : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_transfer *transfer = context;
  const uint8_t *part = (const uint8_t *)bytes;
  return transfer->listener.body(transfer->listener.context, part, size * count) ? size * count : 0;
}

static void set_up(ccurl_transfer *transfer, const ccurl_request *request) {
  CURL *easy = transfer->easy;
  setopt(easy, CURLOPT_URL, request->url);
  setopt(easy, CURLOPT_USERAGENT, request->user_agent);
  setopt(easy, CURLOPT_HTTPHEADER, transfer->fields);
  setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  // Asked for and not unpacked: libcurl does not tell where a packed body is cut short.
  setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  setopt(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
  setopt(easy, CURLOPT_NOSIGNAL, 1L);
  setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->size_limit);
  setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)request->connect_milliseconds);
  setopt(easy, CURLOPT_TIMEOUT_MS, (long)request->total_milliseconds);
  setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)request->stall_bytes);
  setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)request->stall_seconds);
  setopt(easy, CURLOPT_ERRORBUFFER, transfer->reason);
  setopt(easy, CURLOPT_PRIVATE, transfer);
  setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  setopt(easy, CURLOPT_OPENSOCKETDATA, transfer);
  setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  setopt(easy, CURLOPT_HEADERDATA, transfer);
  setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  setopt(easy, CURLOPT_WRITEDATA, transfer);
}

static int add_fields(ccurl_transfer *transfer, const char *fields) {
  char *lines = strdup(fields), *rest = NULL;
  if (lines == NULL) return 0;
  int added = 1;
  for (char *line = strtok_r(lines, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
    struct curl_slist *longer = library.curl_slist_append_(transfer->fields, line);
    if (longer == NULL) added = 0;
    else transfer->fields = longer;
  }
  free(lines);
  return added;
}

ccurl_transfer *ccurl_start(
  ccurl_session *session, const ccurl_request *request, const ccurl_listener *listener) {
  ccurl_transfer *transfer = calloc(1, sizeof *transfer);
  if (transfer == NULL) return NULL;
  transfer->listener = *listener;
  transfer->easy = library.curl_easy_init_();
  if (transfer->easy != NULL && add_fields(transfer, request->fields)) {
    set_up(transfer, request);
    if (library.curl_multi_add_handle_(session->multi, transfer->easy) == CURLM_OK) {
      transfer->multi = session->multi;
      return transfer;
    }
  }
  ccurl_transfer_free(transfer);
  return NULL;
}

void ccurl_transfer_free(ccurl_transfer *transfer) {
  if (transfer->multi != NULL) library.curl_multi_remove_handle_(transfer->multi, transfer->easy);
  if (transfer->easy != NULL) library.curl_easy_cleanup_(transfer->easy);
  library.curl_slist_free_all_(transfer->fields);
  free(transfer);
}

void ccurl_run(ccurl_session *session, int milliseconds) {
  int running = 0;
  library.curl_multi_perform_(session->multi, &running);
  if (milliseconds <= 0) return;
  library.curl_multi_poll_(session->multi, NULL, 0, milliseconds, NULL);
  library.curl_multi_perform_(session->multi, &running);
}

static ccurl_end meaning(CURLcode code) {
  switch (code) {
  case CURLE_OK: return CCURL_DONE;
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_URL_MALFORMAT: return CCURL_BAD_ADDRESS;
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_COULDNT_RESOLVE_HOST: return CCURL_UNKNOWN_HOST;
  case CURLE_COULDNT_CONNECT: return CCURL_NO_CONNECTION;
  case CURLE_OPERATION_TIMEDOUT: return CCURL_TOO_SLOW;
  case CURLE_FILESIZE_EXCEEDED: return CCURL_TOO_LARGE;
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING:
  case CURLE_RECV_ERROR:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM: return CCURL_CUT_OFF;
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_PEER_FAILED_VERIFICATION: return CCURL_NOT_TRUSTED;
  case CURLE_WRITE_ERROR: return CCURL_STOPPED;
  default: return CCURL_OTHER;
  }
}

void *ccurl_next_ended(ccurl_session *session, ccurl_end *end) {
  int left = 0;
  const CURLMsg *message;
  while ((message = library.curl_multi_info_read_(session->multi, &left)) != NULL) {
    if (message->msg != CURLMSG_DONE) continue;
    ccurl_transfer *transfer = NULL;
    library.curl_easy_getinfo_(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    *end = meaning(message->data.result);
    if (transfer->reason[0] == 0) {
      const char *words = library.curl_easy_strerror_(message->data.result);
      strncpy(transfer->reason, words, sizeof transfer->reason - 1);
    }
    return transfer->listener.context;
  }
  return NULL;
}

const char *ccurl_reason(const ccurl_transfer *transfer) { return transfer->reason; }

const char *ccurl_redirection(const ccurl_transfer *transfer) {
  char *address = NULL;
  library.curl_easy_getinfo_(transfer->easy, CURLINFO_REDIRECT_URL, &address);
  return address;
}
