/// The loops that call parsers in C, compiled beside them, so that a call from Swift is not what is measured.
///
/// Each keeps what the parser finds where an embedder would: picohttpparser's own arrays, spans from callbacks.
enum DriverSource {
  static let symbol = "barewire_read"

  private static let signature =
    "long barewire_read(const char *bytes, long count, long read_size, long passes, int requests, int chunked)"

  /// The whole of picohttpparser: heads; chunks in a copy of each read, because it decodes them in place.
  ///
  /// The copy begins at a page: with other beginnings memmove takes up to ten times as long on some machines.
  static let picohttpparser = """
    #include <string.h>
    #include "picohttpparser.h"
    static struct phr_header fields[64];
    static const char *first, *second;
    static size_t first_length, second_length;
    static int minor_version, status;
    static char copy[4 << 20] __attribute__((aligned(4096)));

    static inline long head(const char *bytes, size_t count, int requests) {
      size_t fieldCount = 64;
      if (requests)
        return phr_parse_request(bytes, count, &first, &first_length, &second, &second_length, &minor_version, fields,
                                 &fieldCount, 0);
      return phr_parse_response(bytes, count, &minor_version, &status, &first, &first_length, fields, &fieldCount, 0);
    }

    static long chunks(const char *bytes, long count, long read_size) {
      long at = head(bytes, count, 0);
      struct phr_chunked_decoder decoder = {0};
      decoder.consume_trailer = 1;
      while (at < count) {
        size_t size = count - at < read_size ? count - at : read_size;
        memcpy(copy, bytes + at, size);
        at += size;
        ssize_t left = phr_decode_chunked(&decoder, copy, &size);
        if (left != -2) return left == 0 && at == count;
      }
      return 0;
    }

    \(signature) {
      long messages = 0;
      if (chunked && read_size > (long)sizeof copy) return -1;
      while (passes-- > 0) {
        if (chunked) {
          messages += chunks(bytes, count, read_size);
          continue;
        }
        for (long at = 0; at < count;) {
          long length = head(bytes + at, count - at, requests);
          if (length <= 0) return messages;
          at += length;
          messages += 1;
        }
      }
      return messages;
    }
    """

  /// What picohttpparser's decoding of chunks costs before it begins.
  static let copying = """
    #include <string.h>
    static char copy[4 << 20] __attribute__((aligned(4096)));

    \(signature) {
      long messages = 0;
      if (!chunked || read_size > (long)sizeof copy) return -1;
      for (; passes-- > 0; messages++)
        for (long at = 0; at < count; at += read_size) {
          memcpy(copy, bytes + at, count - at < read_size ? count - at : read_size);
          __asm__ volatile("" ::"r"(copy) : "memory");
        }
      return messages;
    }
    """

  /// llhttp; `prefix` is what NIO's copy has before its names.
  static func llhttp(prefix: String) -> String {
    """
    #include "\(prefix)llhttp.h"
    \(spans("llhttp_t"))
    static llhttp_settings_t settings;

    \(signature) {
      llhttp_t parser;
      (void)chunked;
      messages = 0;
      \(prefix)llhttp_settings_init(&settings);
      settings.on_url = settings.on_status = settings.on_header_field = settings.on_header_value = settings.on_body = span;
      settings.on_message_complete = complete;
      \(prefix)llhttp_init(&parser, requests ? HTTP_REQUEST : HTTP_RESPONSE, &settings);
      while (passes-- > 0)
        for (long at = 0; at < count; at += read_size)
          if (\(prefix)llhttp_execute(&parser, bytes + at, count - at < read_size ? count - at : read_size) != HPE_OK)
            return messages;
      return messages;
    }
    """
  }

  /// Debian's libhttp-parser 2.9, declared here: its header is in another package.
  static let httpParser = """
    #include <stddef.h>
    typedef struct { char state[24]; void *data; char more[32]; } http_parser;
    \(spans("http_parser"))
    struct settings {
      int (*message_begin)(http_parser *);
      int (*url)(http_parser *, const char *, size_t);
      int (*status)(http_parser *, const char *, size_t);
      int (*field)(http_parser *, const char *, size_t);
      int (*value)(http_parser *, const char *, size_t);
      int (*headers_complete)(http_parser *);
      int (*body)(http_parser *, const char *, size_t);
      int (*message_complete)(http_parser *);
      int (*chunk_header)(http_parser *);
      int (*chunk_complete)(http_parser *);
    };
    void http_parser_init(http_parser *, int type);
    size_t http_parser_execute(http_parser *, const struct settings *, const char *, size_t);

    \(signature) {
      static const struct settings settings = {0, span, span, span, span, 0, span, complete, 0, 0};
      http_parser parser;
      (void)chunked;
      messages = 0;
      http_parser_init(&parser, requests ? 0 : 1);
      while (passes-- > 0)
        for (long at = 0; at < count; at += read_size) {
          size_t size = count - at < read_size ? count - at : read_size;
          if (http_parser_execute(&parser, &settings, bytes + at, size) != size) return messages;
        }
      return messages;
    }
    """

  /// Callbacks that keep the last spans and count messages.
  private static func spans(_ parser: String) -> String {
    """
    static struct { const char *at; size_t length; } spans[1024];
    static size_t spanCount;
    static long messages;
    static int span(\(parser) *parser, const char *at, size_t length) {
      (void)parser;
      spans[spanCount & 1023].at = at;
      spans[spanCount++ & 1023].length = length;
      return 0;
    }
    static int complete(\(parser) *parser) {
      (void)parser;
      messages++;
      return 0;
    }
    """
  }
}
