import HTTPMessages
import Testing

@testable import Headless

/// Bytes and their annotated dump.
struct DumpCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let kind: MessageKind
  var configuration = ParserConfiguration.lenient
  let input: String
  let dump: String

  static let all = [
    DumpCase(
      testDescription: "a good request", kind: .request,
      input: "GET /a HTTP/1.1\r\nHost: a\r\nAccept: text/html;q=0.9, */*\r\n\r\n",
      dump: """
        request 1, at byte 0
           offset  hex                            text        part
                0  47 45 54 20                    GET␠        method, space
                4  2f 61 20                       /a␠         target, space
                7  48 54 54 50 2f 31 2e 31 0d 0a  HTTP/1.1␍␊  version, line end
               17  48 6f 73 74 3a 20              Host:␠      field name, colon, space
               23  61 0d 0a                       a␍␊         field value, line end
               26  41 63 63 65 70 74 3a 20        Accept:␠    field name, colon, space
               34  74 65 78 74 2f 68 74 6d 6c 3b  text/html;  field value
               44  71 3d 30 2e 39 2c 20 2a 2f 2a  q=0.9, */*  field value
               54  0d 0a                          ␍␊          line end
               56  0d 0a                          ␍␊          blank line
        ✓ request 1: complete, 58 bytes, no content, well formed

        """),
    DumpCase(
      testDescription: "a request that is broken in several ways", kind: .request,
      input: "GET  /a b HTTP/1.1\nHost : x\nContent-Length: 5\r\nContent-Length: 6\r\nX-Odd: a\rb\0c\r\n"
        + " folded\r\n\r\nhello",
      dump: """
        request 1, at byte 0
           offset  hex                            text        part
                0  47 45 54 20 20                 GET␠␠       method, spaces
                            ^^^^^                    ^^
                   error[request-line.whitespace]: One space, and nothing else, stands
                   between the parts of a request line and none after its version.
                   (RFC 9112 §3)
                   = read: Any white space separates; white space at the ends is
                           skipped.
                5  2f 61 20 62 20                 /a b␠       target, space
                   ^^^^^^^^^^^                    ^^^^
                   error[request-line.target-whitespace]: The request target has white
                   space in it; it must be percent-encoded (%20). (RFC 9112 §3.2)
                   = read: All words between method and version are the target.
               10  48 54 54 50 2f 31 2e 31 0a     HTTP/1.1␊   version, line end
                                           ^^             ^
                   error[line.bare-lf]: The line ends in LF alone; a sender must write
                   CR LF, and readers differ on what LF alone means. (RFC 9112 §2.2)
                   = read: The LF ends the line.
               19  48 6f 73 74 20 3a              Host␠:      field name, space, colon
                               ^^                     ^
                   error[field.space-before-colon]: White space stands between the field
                   name and its colon; a server must refuse such a request.
                   (RFC 9112 §5.1)
                   = read: The name ends before the white space, and the field counts.
               25  20                             ␠           space
               26  78 0a                          x␊          field value, line end
                      ^^                           ^
                   error[line.bare-lf], as above
               28  43 6f 6e 74 65 6e 74 2d 4c 65  Content-Le  field name
               38  6e 67 74 68 3a 20              ngth:␠      field name, colon, space
               44  35 0d 0a                       5␍␊         field value, line end
               47  43 6f 6e 74 65 6e 74 2d 4c 65  Content-Le  field name
               57  6e 67 74 68 3a 20              ngth:␠      field name, colon, space
               63  36 0d 0a                       6␍␊         field value, line end
                   ^^                             ^
                   error[content-length.differing]: Content-Length is given with
                   different numbers, so the end of the content cannot be told.
                   (RFC 9112 §6.3)
                   = read: No number counts; without Transfer-Encoding the content goes
                           on until the connection closes.
               66  58 2d 4f 64 64 3a 20           X-Odd:␠     field name, colon, space
               73  61 0d 62 00 63 0d 0a 20 66 6f  a␍b␀c␍␊ fo  field value
                      ^^                           ^
                   error[line.bare-cr]: A CR without its LF stands inside the message;
                   the part that holds it is invalid. (RFC 9112 §2.2)
                   = read: The CR is read as white space where words are told apart, and
                           as a byte of the part that it stands in.
                            ^^                       ^
                   error[field.nul]: A NUL byte stands in the field value; such a value
                   is invalid and dangerous. (RFC 9110 §5.5)
                   = read: The byte is a part of the value.
                                        ^^               ^
                   error[field.folded]: The field goes on in the next line (obsolete
                   line folding); a sender must not fold lines. (RFC 9112 §5.2)
                   = read: The next line is a part of the value; the fold is read as a
                           space.
               83  6c 64 65 64 0d 0a              lded␍␊      field value, line end
               89  0d 0a                          ␍␊          blank line
               91  68 65 6c 6c 6f                 hello       content
        ✗ request 1: complete, 96 bytes, content until close of 5 bytes, 9 errors

        """),
    DumpCase(
      testDescription: "chunks with an extension and trailers, then a response that is cut", kind: .response,
      input: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n5;a=b\r\nhello\r\n"
        + "1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nX-Sum: 1\r\nContent-Length: 3\r\n\r\nHTTP/1.1 200\r\n"
        + "Content-Length: 9\r\n\r\nshort",
      dump: """
        response 1, at byte 0
           offset  hex                            text        part
                0  48 54 54 50 2f 31 2e 31 20     HTTP/1.1␠   version, space
                9  32 30 30 20                    200␠        status code, space
               13  4f 4b 0d 0a                    OK␍␊        reason, line end
               17  54 72 61 6e 73 66 65 72 2d 45  Transfer-E  field name
               27  6e 63 6f 64 69 6e 67 3a 20     ncoding:␠   field name, colon, space
               36  63 68 75 6e 6b 65 64 0d 0a     chunked␍␊   field value, line end
               45  43 6f 6e 74 65 6e 74 2d 4c 65  Content-Le  field name
               55  6e 67 74 68 3a 20              ngth:␠      field name, colon, space
               61  33 0d 0a                       3␍␊         field value, line end
                   ^^                             ^
                   error[transfer-encoding.with-content-length]: The message has
                   Transfer-Encoding and Content-Length; this may be an attempt at
                   smuggling. Transfer-Encoding counts. (RFC 9112 §6.3)
                   = read: Transfer-Encoding counts; the connection is not to be used
                           again.
               64  0d 0a                          ␍␊          blank line
               66  35 3b                          5;          chunk size, semicolon
               68  61 3d 62 0d 0a                 a=b␍␊       chunk extension, line end
               73  68 65 6c 6c 6f 0d 0a           hello␍␊     content, line end
               80  31 61 0d 0a                    1a␍␊        chunk size, line end
               84  61 62 63 64 65 66 67 68 69 6a  abcdefghij  content
               94  6b 6c 6d 6e 6f 70 71 72 73 74  klmnopqrst  content
              104  75 76 77 78 79 7a 0d 0a        uvwxyz␍␊    content, line end
              112  30 0d 0a                       0␍␊         chunk size, line end
              115  58 2d 53 75 6d 3a 20           X-Sum:␠     trailer name, colon, space
                   --------------------           -------
              122  31 0d 0a                       1␍␊         trailer value, line end
              125  43 6f 6e 74 65 6e 74 2d 4c 65  Content-Le  trailer name
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^
              135  6e 67 74 68 3a 20              ngth:␠      trailer name, colon, space
                   ^^^^^^^^^^^                    ^^^^
                   error[trailer.forbidden]: This field must not stand in a trailer
                   section: it is for framing, routing, authentication or reading the
                   content. (RFC 9110 §6.5.1)
                   = read: The trailer is told; it has no effect on the message.
              141  33 0d 0a                       3␍␊         trailer value, line end
                   --------                       ---
                   note[trailer.unannounced]: Trailers follow the content that no
                   Trailer field announces; a sender should say beforehand what comes.
                   (RFC 9110 §6.6.2)
                   = read: The trailers are told.
              144  0d 0a                          ␍␊          blank line
        ✗ response 1: complete, 146 bytes, 2 chunks of 31 bytes, 2 errors, 1 note

        response 2, at byte 146
              146  48 54 54 50 2f 31 2e 31 20     HTTP/1.1␠   version, space
                   ^^^^^^^^^^^^^^^^^^^^^^^        ^^^^^^^^
                   error[message.after-close]: The message before this one was the last
                   on its connection: by its version, by Connection: close or because
                   its framing is faulty. This one must not be processed.
                   (RFC 9112 §9.6)
                   = read: The message is read like any other.
              155  32 30 30 0d 0a                 200␍␊       status code, line end
                            ~                        ~
                   warning[status-line.reason-separator-missing]: The space after the
                   status code is missing; a server must send it even without a reason.
                   (RFC 9112 §4)
                   = read: The response has no reason.
              160  43 6f 6e 74 65 6e 74 2d 4c 65  Content-Le  field name
              170  6e 67 74 68 3a 20              ngth:␠      field name, colon, space
              176  39 0d 0a                       9␍␊         field value, line end
              179  0d 0a                          ␍␊          blank line
              181  73 68 6f 72 74                 short       content
                   ^^^^^^^^^^^^^^                 ^^^^^
                   error[content.incomplete]: The stream ended before all bytes of
                   Content-Length had come. (RFC 9112 §8)
                   = read: What came is told; the message has no end.
        ✗ response 2: incomplete, 40 bytes, 5 of 9 bytes came, 2 errors, 1 warning

        """),
    DumpCase(
      testDescription: "an empty line, a missing host and a long target", kind: .request,
      input: "\r\nGET example.org/0123456789/0123456789/0123456789/0123456789 HTTP/1.1\r\n\r\n",
      dump: """
        request 1, at byte 2
           offset  hex                            text        part
                0  0d 0a                          ␍␊          line end
                   -----                          --
                   note[message.empty-lines]: An empty line stands before the start
                   line; a server should ignore one, others may not. (RFC 9112 §2.2)
                   = read: The empty line is skipped.
                2  47 45 54 20                    GET␠        method, space
                6  65 78 61 6d 70 6c 65 2e 6f 72  example.or  target
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^
               16  67 2f 30 31 32 33 34 35 36 37  g/01234567  target
               26  38 39 2f 30 31 32 33 34 35 36  89/0123456  target
               36  37 38 39 2f 30 31 32 33 34 35  789/012345  target
               46  36 37 38 39 2f 30 31 32 33 34  6789/01234  target
               56  35 36 37 38 39 20              56789␠      target, space
                   ^^^^^^^^^^^^^^                 ^^^^^
                   error[request-line.target-invalid]: The request target is not valid:
                   it begins with / or is a whole URL, host:port for CONNECT or * for
                   OPTIONS, and other bytes are percent-encoded. (RFC 9112 §3.2)
                   = read: The target is taken as it is.
               62  48 54 54 50 2f 31 2e 31 0d 0a  HTTP/1.1␍␊  version, line end
               72  0d 0a                          ␍␊          blank line
                         ^                          ^
                   error[host.missing]: The request has no Host field; an HTTP/1.1
                   server must answer it with 400. (RFC 9112 §3.2)
                   = read: The head is read as it is.
        ✗ request 1: complete, 72 bytes, no content, 2 errors, 1 note

        """),
    DumpCase(
      testDescription: "bytes after the last message", kind: .response,
      input: "HTTP/1.1 204 No Content\r\n\r\njunk that is left over\r\n",
      dump: """
        response 1, at byte 0
           offset  hex                            text        part
                0  48 54 54 50 2f 31 2e 31 20     HTTP/1.1␠   version, space
                9  32 30 34 20                    204␠        status code, space
               13  4e 6f 20 43 6f 6e 74 65 6e 74  No Content  reason
               23  0d 0a                          ␍␊          line end
               25  0d 0a                          ␍␊          blank line
        ✓ response 1: complete, 27 bytes, no content, well formed

        left over, at byte 27
               27  6a 75 6e 6b 20 74 68 61 74 20  junk that   leftover
                   ^^                             ^
                   error[content.not-allowed]: Bytes follow a response that has no
                   content by rule (to HEAD, or 1xx, 204, 304). (RFC 9112 §6.3)
                   = read: Everything from here on is leftover.
               37  69 73 20 6c 65 66 74 20 6f 76  is left ov  leftover
               47  65 72 0d 0a                    er␍␊        leftover
        ✗ left over: 24 bytes, 1 error

        """),
    DumpCase(
      testDescription: "chunks that cannot be read", kind: .response,
      input: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
      dump: """
        response 1, at byte 0
           offset  hex                            text        part
                0  48 54 54 50 2f 31 2e 31 20     HTTP/1.1␠   version, space
                9  32 30 30 20                    200␠        status code, space
               13  4f 4b 0d 0a                    OK␍␊        reason, line end
               17  54 72 61 6e 73 66 65 72 2d 45  Transfer-E  field name
               27  6e 63 6f 64 69 6e 67 3a 20     ncoding:␠   field name, colon, space
               36  63 68 75 6e 6b 65 64 0d 0a     chunked␍␊   field value, line end
               45  0d 0a                          ␍␊          blank line
               47  7a 7a 0d 0a 61 62 63           zz␍␊abc     leftover
                   ^^                             ^
                   error[chunk.size-invalid]: A chunk begins with its size in
                   hexadecimal digits; what follows cannot be read as chunks.
                   (RFC 9112 §7.1)
                   = read: Everything from the size on is leftover.
        ✗ response 1: incomplete, 47 bytes, 0 chunks of 0 bytes, 7 left over, 1 error

        """),
    DumpCase(
      testDescription: "what strict reading refuses", kind: .request, configuration: .strict,
      input: "GET / HTTP/1.1\r\nHost : a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n",
      dump: """
        request 1, at byte 0
           offset  hex                            text        part
                0  47 45 54 20                    GET␠        method, space
                4  2f 20                          /␠          target, space
                6  48 54 54 50 2f 31 2e 31 0d 0a  HTTP/1.1␍␊  version, line end
               16  48 6f 73 74 20 3a 20 61 0d 0a  Host : a␍␊  leftover
                               ^^                     ^
                   error[field.space-before-colon]: White space stands between the field
                   name and its colon; a server must refuse such a request.
                   (RFC 9112 §5.1)
                   = refused: The rest of the stream is leftover.
               26  0d 0a 47 45 54 20 2f 62 20 48  ␍␊GET /b H  leftover
               36  54 54 50 2f 31 2e 31 0d 0a 48  TTP/1.1␍␊H  leftover
               46  6f 73 74 3a 20 61 0d 0a 0d 0a  ost: a␍␊␍␊  leftover
        ✗ request 1: incomplete, 16 bytes, unfinished head, 40 left over, 1 error

        """),
    DumpCase(
      testDescription: "no message", kind: .request,
      input: "\u{1}\u{2}SSH",
      dump: """
        no message
           offset  hex                            text        part
                0  01 02 53 53 48                 ␁␂SSH       leftover
                   ^^                             ^
                   error[message.not-http]: This does not look like HTTP: a message
                   begins with a start line such as GET / HTTP/1.1 or HTTP/1.1 200 OK.
                   (RFC 9112 §2.2)
                   = read: Everything from here on is leftover.
        ✗ left over: 5 bytes, 1 error

        """),
    DumpCase(
      testDescription: "nothing", kind: .request,
      input: "",
      dump: """
        no message: the input is empty

        """),
    DumpCase(
      testDescription: "only empty lines", kind: .request,
      input: "\r\n\r\n",
      dump: """
        no message
           offset  hex                            text        part
                0  0d 0a 0d 0a                    ␍␊␍␊        line end

        """),
  ]
}
