// swift-format-ignore-file

extension SampleWorkspaces {
  /// Written by the test that holds the samples equal to the Workspaces folder.
  static let embedded: [(name: String, text: String)] = [
("notes-api.json", ##"""
{
  "barewire": 1,
  "name": "notes API",
  "order": 3,
  "note": [
    "A small REST API to work with. The notes live in the practice server's memory and are the same at every start.",
    "The environment has the number of the note that Read, Replace, Change and Delete are about."
  ],
  "environments": [
    {
      "name": "note 1",
      "variables": [
        { "name": "id", "value": "1" }
      ]
    },
    {
      "name": "note 24",
      "variables": [
        { "name": "id", "value": "24" }
      ]
    },
    {
      "name": "no such note",
      "variables": [
        { "name": "id", "value": "9999" }
      ]
    }
  ],
  "items": [
    {
      "name": "Read",
      "items": [
        {
          "name": "List",
          "note": [
            "The first ten notes. The body says how many pages there are, the Link field where to go on."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes",
          "disabledParameters": [
            { "name": "page", "value": "2" },
            { "name": "per_page", "value": "5" }
          ]
        },
        {
          "name": "A page",
          "note": [
            "Notes 6 to 10. Change the parameters; a page after the last one is empty, and no error."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes?page=2&per_page=5"
        },
        {
          "name": "One note",
          "note": [
            "The ETag field names this state of the note. It changes with the note."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes/{{id}}"
        },
        {
          "name": "Only if changed",
          "note": [
            "If-None-Match has the ETag of the note as it was at the start: 304, without content, says that nothing has changed.",
            "Change note 1 and send again."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes/{{id}}",
          "fields": [
            { "name": "If-None-Match", "value": "\"1-1\"" }
          ]
        }
      ]
    },
    {
      "name": "Write",
      "items": [
        {
          "name": "Create",
          "note": [
            "201, and Location says where the new note is: the first one that you make is 24.",
            "“Next environment” points the others to it."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes",
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"title\": \"Bytes are read in order\",",
              "  \"text\": \"What comes first is read first.\",",
              "  \"tags\": [\"basics\"]",
              "}"
            ]
          }
        },
        {
          "name": "Replace",
          "note": [
            "PUT sets the whole note. There is no text and no tag in this one, so they are gone afterwards."
          ],
          "method": "PUT",
          "url": "http://{{practice}}/notes/{{id}}",
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"title\": \"A new title\",",
              "  \"done\": true",
              "}"
            ]
          }
        },
        {
          "name": "Change",
          "note": [
            "PATCH sets what is named and leaves the rest."
          ],
          "method": "PATCH",
          "url": "http://{{practice}}/notes/{{id}}",
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"text\": \"Only the text has changed.\"",
              "}"
            ]
          }
        },
        {
          "name": "Change, if nobody else has",
          "note": [
            "If-Match says which state of the note you have read. Send it twice: the second time the note has changed, by yourself, and the answer is 412."
          ],
          "method": "PATCH",
          "url": "http://{{practice}}/notes/{{id}}",
          "fields": [
            { "name": "If-Match", "value": "\"{{id}}-1\"" }
          ],
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"done\": true",
              "}"
            ]
          }
        },
        {
          "name": "Delete",
          "note": [
            "204, and the note is gone. Send it again for 404."
          ],
          "method": "DELETE",
          "url": "http://{{practice}}/notes/{{id}}"
        },
        {
          "name": "Start over",
          "note": [
            "Puts all notes back as they were. Good to have after some deleting."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes/reset"
        }
      ]
    },
    {
      "name": "Errors",
      "items": [
        {
          "name": "Not valid",
          "note": [
            "422: the JSON is right, the note is not. The body names each member that is wrong, and why."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes",
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"title\": \"\",",
              "  \"done\": \"yes\",",
              "  \"colour\": \"red\"",
              "}"
            ]
          }
        },
        {
          "name": "Not JSON",
          "note": [
            "400: a comma too many. The body says at which byte."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes",
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"title\": \"Comma\",",
              "}"
            ]
          }
        },
        {
          "name": "Wrong type",
          "note": [
            "415: the content is JSON, and its Content-Type says that it is text."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes",
          "body": {
            "kind": "text",
            "contentType": "text/plain",
            "text": [
              "{ \"title\": \"Text\" }"
            ]
          }
        },
        {
          "name": "No such note",
          "note": [
            "404: there is no note of this number."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes/9999"
        },
        {
          "name": "No number",
          "note": [
            "400: the path must have a number."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes/first"
        },
        {
          "name": "No such page",
          "note": [
            "422: pages count from 1."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes?page=0"
        },
        {
          "name": "Wrong method",
          "note": [
            "405: the Allow field says what this path takes."
          ],
          "method": "DELETE",
          "url": "http://{{practice}}/notes"
        }
      ]
    }
  ]
}

"""##),
("practice-tls.json", ##"""
{
  "barewire": 1,
  "name": "practice TLS",
  "order": 4,
  "note": [
    "TLS and HTTP/2 with the practice server, which has a port for each thing that goes right or wrong: no network is needed.",
    "The server makes an authority of its own at each start, and Barewire trusts it for as long as it runs. The variables that begin with “practice” name the ports and the files."
  ],
  "items": [
    {
      "name": "Handshakes that work",
      "items": [
        {
          "name": "A good certificate",
          "note": [
            "“Send”: before the first byte of HTTP the two sides agree on keys, and the server shows who it is. The connection panel has the version, the cipher and the certificate.",
            "The certificate names localhost, an intermediate has signed it, and the authority's root has signed that: a chain of three, which ends at something that Barewire trusts."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/hello?name=TLS",
          "options": { "newConnection": true }
        },
        {
          "name": "By its address",
          "note": [
            "The certificate names 127.0.0.1 too. An address is never sent as server name indication (RFC 6066 §3); it is compared with the certificate all the same.",
            "Change the port's name in the URL to {{practiceTLSExpired}} and see what another port says."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/headers",
          "options": { "newConnection": true, "serverName": "127.0.0.1" }
        },
        {
          "name": "TLS 1.2 at most",
          "note": [
            "This port speaks nothing newer than TLS 1.2, and both sides settle on that. It takes one round trip more than TLS 1.3, and the certificate goes over the wire for everyone to read: compare the times and the messages."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS12}}/hello?name=1.2",
          "options": { "newConnection": true }
        },
        {
          "name": "Not verified",
          "note": [
            "The same self-signed certificate as in the next folder, but this request does not verify it (see Options): everything is found and told in the same way, and the request goes out nevertheless.",
            "It is encrypted, but to whom? Anyone in between could have made such a certificate."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSSelfSigned}}/hello?name=whoever",
          "options": { "newConnection": true, "verifyCertificates": false }
        },
        {
          "name": "A megabyte in records",
          "note": [
            "The wire view shows the plain bytes. On the network they went in records of at most 16 KiB, each encrypted by itself (RFC 8446 §5.1)."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/bytes/1M"
        }
      ]
    },
    {
      "name": "Handshakes that fail",
      "items": [
        {
          "name": "Expired",
          "note": [
            "The certificate was good until yesterday. The handshake ends with the alert “certificate expired”, and nothing of the request has left.",
            "Switch verification off under Options and send again: the server is the same, only the date is wrong."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSExpired}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Not yet valid",
          "note": [
            "The certificate begins to be valid tomorrow. When you meet this in the world, look at your own clock first."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSNotYetValid}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Another host's certificate",
          "note": [
            "A good certificate, but for other.example: the name in the URL must be among the certificate's names (RFC 9525). It is what one gets from a server that does not know the host asked for."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSWrongName}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Self-signed",
          "note": [
            "Nobody but the certificate itself vouches for it. Tools on one's own machine often have such certificates: trust exactly this one instead of switching verification off."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSSelfSigned}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Unknown authority",
          "note": [
            "An authority has signed it, and Barewire does not know that authority. So it goes inside companies whose own root certificate is not installed."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSUnknownAuthority}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Missing intermediate",
          "note": [
            "The root is trusted, but the server does not send the intermediate between it and its certificate. Browsers often have it from elsewhere and show nothing wrong, while every other client fails: the server's chain must be mended."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSMissingIntermediate}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Weak key",
          "note": [
            "RSA with 1024 bits: short enough to be broken by someone with means. The library refuses it whoever has signed it."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSWeakKey}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Weak signature",
          "note": [
            "The authority's signature is over a SHA-1 digest, for which forgeries have been made since 2017."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSWeakSignature}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "A client's certificate",
          "note": [
            "The server shows a certificate whose purpose is to tell who a client is. Each certificate says what it may be used for (RFC 5280 §4.2.1.12)."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSWrongPurpose}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "TLS 1.1 at most",
          "note": [
            "Client and server have no version in common, and the server says so with the alert “protocol version”. TLS 1.0 and 1.1 were given up in 2021 (RFC 8996).",
            "Where an old device must be reached all the same, the oldest version can be lowered for that one request."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS11}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "Plain HTTP to a TLS port",
          "note": [
            "The scheme says http and the port speaks TLS: a start line is no handshake message. The server closes, or sends an alert, and neither is HTTP.",
            "Add the “s” to the URL's scheme and send again."
          ],
          "method": "GET",
          "url": "http://{{practiceTLS}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "TLS to a plain port",
          "note": [
            "The other way round: the server answers the client's first handshake message with a 400 in HTTP, which no TLS client can read. OpenSSL calls it “wrong version number”."
          ],
          "method": "GET",
          "url": "https://{{practice}}/hello",
          "options": { "newConnection": true }
        }
      ]
    },
    {
      "name": "Client certificates",
      "items": [
        {
          "name": "Without one",
          "note": [
            "This port asks the client for a certificate, too, and there is none to show. In TLS 1.3 the handshake is already finished for the client when the server's alert “certificate required” arrives: it may look like a server that takes the request and hangs up."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSClientCertificate}}/hello",
          "options": { "newConnection": true }
        },
        {
          "name": "With certificate and key",
          "note": [
            "Two files in the PEM format: the certificate with its intermediate, and its private key. The key never leaves the machine; the client signs the handshake with it.",
            "The files are in the directory that the variable {{practiceClientCertificate}} names, for other clients as well: curl --cert … --key …"
          ],
          "method": "GET",
          "url": "https://{{practiceTLSClientCertificate}}/hello?name=known",
          "options": {
            "newConnection": true,
            "clientCertificate": "{{practiceClientCertificate}}",
            "clientKey": "{{practiceClientKey}}"
          }
        },
        {
          "name": "With an encrypted key",
          "note": [
            "The same key, encrypted with the passphrase “practice”. Take the passphrase out and send again, to see what is said without it."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSClientCertificate}}/hello?name=known",
          "options": {
            "newConnection": true,
            "clientCertificate": "{{practiceClientCertificate}}",
            "clientKey": "{{practiceClientEncryptedKey}}",
            "passphrase": "{{practicePassphrase}}"
          }
        },
        {
          "name": "With a PKCS #12 file",
          "note": [
            "Certificate, intermediate and key in one encrypted file, as browsers and Windows hand them out (.p12, .pfx)."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSClientCertificate}}/hello?name=known",
          "options": {
            "newConnection": true,
            "pkcs12": "{{practiceClientPKCS12}}",
            "passphrase": "{{practicePassphrase}}"
          }
        },
        {
          "name": "A stranger's",
          "note": [
            "A certificate from an authority that the server does not know: the alert is “unknown CA”. In its request for a certificate the server had named the authorities that it takes: the handshake shows them."
          ],
          "method": "GET",
          "url": "https://{{practiceTLSClientCertificate}}/hello?name=stranger",
          "options": {
            "newConnection": true,
            "clientCertificate": "{{practiceStranger}}",
            "clientKey": "{{practiceStranger}}"
          }
        }
      ]
    },
    {
      "name": "Resumption",
      "items": [
        {
          "name": "Once more, on a new connection",
          "note": [
            "Send it twice. Each time a new connection is made, but the second one resumes the first one's session: no certificate is sent, and the handshake is shorter. The connection panel says so.",
            "The ticket for it came after the first handshake, in the message “new session ticket” (RFC 8446 §4.6.1)."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/hello?name=again",
          "options": { "newConnection": true }
        },
        {
          "name": "The same with TLS 1.2",
          "note": [
            "Here the ticket comes inside the handshake (RFC 5077), and resuming saves a whole round trip. Send it twice."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS12}}/hello?name=again",
          "options": { "newConnection": true }
        },
        {
          "name": "No new connection at all",
          "note": [
            "Better than any resumption: send it twice, and the second request goes over the open connection. No handshake takes place."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/hello?name=still+here"
        }
      ]
    },
    {
      "name": "HTTP/2",
      "note": [
        "These offer h2 in the handshake. Where HTTP/1.1 is spoken instead, the endpoints under /h2 answer with 426."
      ],
      "items": [
        {
          "name": "Hello",
          "note": [
            "The client offers h2 among its application protocols (RFC 7301), and the server takes it. The same request is now a HEADERS frame, and the answer HEADERS and DATA: fields and content, without start line and without chunks."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/hello?name=frames",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Echo",
          "note": [
            "What the server has made of the frames: the text that HTTP/1.1 would have had for them. Names are in small letters, because in HTTP/2 they must be."
          ],
          "method": "POST",
          "url": "https://{{practiceTLS}}/echo",
          "fields": [
            { "name": "X-Capital", "value": "is it still one?" }
          ],
          "body": { "kind": "text", "text": ["Some content, which went in a DATA frame."] },
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "The number of a stream",
          "note": [
            "Each request has a stream, whose number a client counts up in odd numbers. Send it some times: 1, 3, 5 …"
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/stream",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "A slow stream",
          "note": [
            "It takes ten seconds. Send another request of this folder meanwhile: it is answered at once, on the same connection, because streams take turns. In HTTP/1.1 it would have to wait, or open another connection."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/trickle/200?rate=20",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Interim responses",
          "note": [
            "103 comes as a HEADERS frame of its own before the final one."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/early-hints",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Trailers",
          "note": [
            "Fields behind the content: a second HEADERS frame, with which the stream ends. There are no chunks that would be needed for it. gRPC tells its status in this way."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/chunked?count=5&size=100&trailers=1",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Flow control, downwards",
          "note": [
            "16 MiB of content. The server may only send what the client's windows allow, one for the stream and one for the connection: the client opens them again with WINDOW_UPDATE frames, as it takes the bytes (RFC 9113 §5.2)."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/bytes/16M",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "A small window",
          "note": [
            "The server sends new SETTINGS: from now on, only 100 bytes of a request's content may be under way, and 2 streams be open at once. Then send “Flow control, upwards” on the same connection."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/settings?window=100&streams=2",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Flow control, upwards",
          "note": [
            "After “A small window” this content goes in pieces of at most 100 bytes: each DATA frame waits for a WINDOW_UPDATE of the server. On a new connection it goes in one."
          ],
          "method": "POST",
          "url": "https://{{practiceTLS}}/sink",
          "body": {
            "kind": "text",
            "text": [
              "In HTTP/1.1 the kernel's buffers alone decide how much may be under way: when the",
              "reader does not read, the sender's socket is full, and everything on that",
              "connection waits.",
              "In HTTP/2 many streams share a connection, so that each of them needs a limit of",
              "its own: one slow reader must not fill what the others need, too.",
              "The receiver says how many bytes it takes. The sender counts, and stops at zero."
            ]
          },
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "PING",
          "note": [
            "Three PING frames come before the answer, each with eight bytes, and the client sends each back at once: so a server finds out whether someone is still there, and how far away."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/ping?count=3",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Other places",
          "note": [
            "ALTSVC (RFC 7838) tells where else the same content can be had, ORIGIN (RFC 8336) for which other names this connection may be used. A client need not follow either."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/altsvc",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "What nobody knows",
          "note": [
            "A frame of type 0x2a and a setting 0x3a3a. Whoever does not know them must ignore them (RFC 9113 §5.5): servers send such grease so that the protocol can be extended one day."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/grease",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "A stream that breaks off",
          "note": [
            "Half of the content, then RST_STREAM with the code CANCEL. Only this stream ends: send “Hello” afterwards, and it goes over the same connection. In HTTP/1.1 the server would have had to close it."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/reset?code=8",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Refused",
          "note": [
            "RST_STREAM with REFUSED_STREAM: the server promises that it has done nothing, so that even a POST could be sent again."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/refused",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Good-bye",
          "note": [
            "GOAWAY, and then the answer: the server takes no more streams on this connection, finishes those that are open, and closes. No request is lost, which HTTP/1.1 cannot promise when it closes."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/h2/goaway?code=0",
          "options": { "alpn": ["h2"] }
        },
        {
          "name": "Broken servers",
          "items": [
            {
              "name": "A PING that is too short",
              "note": ["7 bytes instead of 8: a connection error, FRAME_SIZE_ERROR (RFC 9113 §6.7)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-frame-size",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "A window that is too large",
              "note": ["A window may have 2³¹ − 1 bytes at most; this opens it further: FLOW_CONTROL_ERROR (RFC 9113 §6.9.1)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-window",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "Tables that differ",
              "note": ["A field is sent as a place in a table where nothing is: COMPRESSION_ERROR. The tables of both sides differ from now on, and nothing can be read any more (RFC 7541 §2.3.3)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-table",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "A stream that nobody opened",
              "note": ["DATA for an idle stream: PROTOCOL_ERROR (RFC 9113 §5.1)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-idle",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "Capitals",
              "note": ["A field name with capitals makes the message malformed: the stream ends with PROTOCOL_ERROR, the connection goes on (RFC 9113 §8.2.1)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-upper-case",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "A Connection field",
              "note": ["HTTP/2 has no fields about the connection: a message with one is malformed (RFC 9113 §8.2.2)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-connection",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "Less than announced",
              "note": ["The stream ends in good order after 29 bytes, and Content-Length says 100: malformed (RFC 9113 §8.1.1)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-length",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "A push",
              "note": ["The server promises a response that nobody asked for, although the client's settings say that it takes none: PROTOCOL_ERROR (RFC 9113 §8.4)."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/h2-push",
              "options": { "alpn": ["h2"] }
            },
            {
              "name": "Half a body, in HTTP/2",
              "note": ["The endpoint that closes too early in HTTP/1.1: here only its stream is given up, with INTERNAL_ERROR."],
              "method": "GET",
              "url": "https://{{practiceTLS}}/broken/short",
              "options": { "alpn": ["h2"] }
            }
          ]
        }
      ]
    }
  ]
}

"""##),
("practice.json", ##"""
{
  "barewire": 1,
  "name": "practice",
  "order": 1,
  "note": [
    "Every endpoint of the practice server, which runs inside Barewire: no network is needed.",
    "{{practice}} and {{practiceTLS}} in the URLs stand for its two ports. The other variables come from the environment: “Next environment” changes it."
  ],
  "environments": [
    {
      "name": "small",
      "variables": [
        { "name": "size", "value": "64k" },
        { "name": "user", "value": "ada" },
        { "name": "password", "value": "lovelace" }
      ]
    },
    {
      "name": "large",
      "variables": [
        { "name": "size", "value": "1G" },
        { "name": "user", "value": "ada" },
        { "name": "password", "value": "wrong" }
      ]
    }
  ],
  "items": [
    {
      "name": "First steps",
      "items": [
        {
          "name": "Hello",
          "note": [
            "“Send”, and read the answer: fields on the left, body on the right.",
            "Change the name in the URL and send again: the connection above is still the same one, and counts its exchanges."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=wire"
        },
        {
          "name": "What there is",
          "note": [
            "A list of everything this server can do, as plain text."
          ],
          "method": "GET",
          "url": "http://{{practice}}/"
        },
        {
          "name": "Echo",
          "note": [
            "The body of the answer is the request itself, every byte as it arrived.",
            "Compare it with the raw view of the request: Barewire has added some fields of its own, and the form shows which."
          ],
          "method": "POST",
          "url": "http://{{practice}}/echo",
          "fields": [
            { "name": "X-Lesson", "value": "what I send is what arrives" },
            { "name": "X-Off", "value": "this field is switched off", "enabled": false }
          ],
          "body": {
            "kind": "json",
            "text": [
              "{",
              "  \"title\": \"Wire\",",
              "  \"to\": \"{{user}}\"",
              "}"
            ]
          }
        },
        {
          "name": "Headers",
          "note": [
            "The server tells the fields that it received, as JSON.",
            "The names have the case in which they were sent. For the server the case means nothing."
          ],
          "method": "GET",
          "url": "http://{{practice}}/headers",
          "fields": [
            { "name": "accept-language", "value": "en, de;q=0.5" },
            { "name": "X-Empty", "value": "" }
          ]
        },
        {
          "name": "Cookies",
          "note": [
            "Each parameter becomes a Set-Cookie field of the answer. The body tells the cookies that came with the request."
          ],
          "method": "GET",
          "url": "http://{{practice}}/cookies?flavour=oat&size=large",
          "fields": [
            { "name": "Cookie", "value": "visited=yes; theme=dark" }
          ]
        },
        {
          "name": "A form",
          "note": [
            "Form fields go out as one line of text with percent-encoding: see the raw view.",
            "The last entry is switched off: it is kept, and not sent."
          ],
          "method": "POST",
          "url": "http://{{practice}}/echo",
          "body": {
            "kind": "form",
            "entries": [
              { "name": "name", "value": "Ada Lovelace" },
              { "name": "note", "value": "a & b = c" },
              { "name": "unused", "value": "not sent", "enabled": false }
            ]
          }
        },
        {
          "name": "Upload",
          "note": [
            "The sink takes content of any size and answers with the count of bytes.",
            "Choose a file from disk as the body: it is streamed, and never held in memory."
          ],
          "method": "PUT",
          "url": "http://{{practice}}/sink",
          "body": {
            "kind": "text",
            "text": [
              "Some text to drop.",
              "It goes nowhere."
            ]
          }
        }
      ]
    },
    {
      "name": "Statuses and redirects",
      "items": [
        {
          "name": "Teapot",
          "note": [
            "Any status from 200 to 599: change the number in the path."
          ],
          "method": "GET",
          "url": "http://{{practice}}/status/418"
        },
        {
          "name": "No Content",
          "note": [
            "204 has no content by rule: after the blank line nothing comes, and the connection stays open."
          ],
          "method": "GET",
          "url": "http://{{practice}}/status/204"
        },
        {
          "name": "Not found",
          "note": [
            "An unknown path is a 404. An error is an answer like any other: it has fields and a body, and this one names paths that are near."
          ],
          "method": "GET",
          "url": "http://{{practice}}/note"
        },
        {
          "name": "Wrong method",
          "note": [
            "405: the Allow field names the methods that this path takes."
          ],
          "method": "POST",
          "url": "http://{{practice}}/hello"
        },
        {
          "name": "Three redirects",
          "note": [
            "The answer is 302, and its Location field says where to ask next. “Follow the redirect” does so, one step at a time.",
            "Under Options you can let Barewire follow by itself."
          ],
          "method": "GET",
          "url": "http://{{practice}}/redirect/3"
        },
        {
          "name": "Redirect of a POST",
          "note": [
            "307 asks for the same method and the same content at the new place.",
            "Change the status to 302 and follow again: by custom a POST becomes a GET, without its content."
          ],
          "method": "POST",
          "url": "http://{{practice}}/redirect-to?url=/echo&status=307",
          "body": {
            "kind": "text",
            "text": [
              "the content that goes along"
            ]
          }
        },
        {
          "name": "Late",
          "note": [
            "The server waits 1.5 seconds before it answers. In the bar of phases it is the time to the first byte."
          ],
          "method": "GET",
          "url": "http://{{practice}}/delay/1500"
        }
      ]
    },
    {
      "name": "Sized bodies",
      "items": [
        {
          "name": "Binary",
          "note": [
            "Noise, the same each time. The hex view shows offset, bytes and text.",
            "“Next environment” makes 1 GiB of it: Barewire stays quick, for the bytes go to a file and not into memory."
          ],
          "method": "GET",
          "url": "http://{{practice}}/bytes/{{size}}"
        },
        {
          "name": "Text",
          "note": [
            "Lines of words, 10 KiB of them. k, M and G count in powers of 1024; 10G is the most."
          ],
          "method": "GET",
          "url": "http://{{practice}}/text/10k"
        },
        {
          "name": "One long line",
          "note": [
            "A megabyte without a single line end. Many programs stop here."
          ],
          "method": "GET",
          "url": "http://{{practice}}/line/1M"
        },
        {
          "name": "JSON",
          "note": [
            "A JSON document, indented by the server. Pretty and Text show nearly the same."
          ],
          "method": "GET",
          "url": "http://{{practice}}/json/10k?pretty=1"
        },
        {
          "name": "A picture",
          "note": [
            "A PNG; /image/jpeg and /image/gif are there, too. Press i in the body to see it."
          ],
          "method": "GET",
          "url": "http://{{practice}}/image/png?width=640&height=400"
        },
        {
          "name": "Minified JSON",
          "note": [
            "Ten megabytes in a single line. Pretty gives it lines and colours while it arrives; search works in any view."
          ],
          "method": "GET",
          "url": "http://{{practice}}/json/10M"
        },
        {
          "name": "Large header",
          "note": [
            "Twenty fields of 500 bytes. Many servers and proxies refuse heads above 8 KiB."
          ],
          "method": "GET",
          "url": "http://{{practice}}/large-header?count=20&size=500"
        }
      ]
    },
    {
      "name": "Streaming",
      "items": [
        {
          "name": "Chunked, with trailers",
          "note": [
            "The server does not tell the length: it sends chunks, each with its size before it, and a last one of size 0.",
            "The wire view shows the sizes, two chunk extensions, and the trailers: fields that come after the content."
          ],
          "method": "GET",
          "url": "http://{{practice}}/chunked?count=5&size=100&trailers=1"
        },
        {
          "name": "A million chunks",
          "note": [
            "Ten bytes to a chunk. The content is 10 MB, the framing half as much again."
          ],
          "method": "GET",
          "url": "http://{{practice}}/chunked?count=1000000&size=10"
        },
        {
          "name": "Trickle",
          "note": [
            "Twenty bytes a second for ten seconds. Watch the body grow. “Close, end selection, cancel” stops it."
          ],
          "method": "GET",
          "url": "http://{{practice}}/trickle/200?rate=20"
        },
        {
          "name": "Events",
          "note": [
            "Server-sent events: one long answer, a block of lines at a time, with an empty line between them."
          ],
          "method": "GET",
          "url": "http://{{practice}}/events?count=10&interval=500"
        }
      ]
    },
    {
      "name": "Formats",
      "items": [
        {
          "name": "A form's parts",
          "note": [
            "multipart/form-data: Pretty shows each part with its fields, and its content by its own type. “Fold or unfold” makes a part one row."
          ],
          "method": "GET",
          "url": "http://{{practice}}/multipart/form"
        },
        {
          "name": "Parts within parts",
          "note": [
            "multipart/mixed with a multipart/alternative in it, and a line before the first boundary that no reader shows."
          ],
          "method": "GET",
          "url": "http://{{practice}}/multipart/mixed"
        },
        {
          "name": "Byte ranges",
          "note": [
            "multipart/byteranges is how a server answers a request for several ranges (RFC 9110 §14.6)."
          ],
          "method": "GET",
          "url": "http://{{practice}}/multipart/byteranges"
        },
        {
          "name": "Parts with mistakes",
          "note": [
            "A part without a name, something behind a boundary, a line that is no field, and no last boundary: each is told where it is."
          ],
          "method": "GET",
          "url": "http://{{practice}}/multipart/broken"
        },
        {
          "name": "Frames",
          "note": [
            "multipart/x-mixed-replace: each part takes the place of the one before it, as cameras send pictures."
          ],
          "method": "GET",
          "url": "http://{{practice}}/frames?count=10&interval=500"
        },
        {
          "name": "CSS",
          "note": [
            "Code is shown as it was sent, coloured. Try ?minified=1 and “Wrap long lines”."
          ],
          "method": "GET",
          "url": "http://{{practice}}/code/css"
        },
        {
          "name": "JavaScript",
          "note": [
            "Of expressions, templates and divisions no parser is needed to tell which is which, most of the time."
          ],
          "method": "GET",
          "url": "http://{{practice}}/code/javascript"
        },
        {
          "name": "YAML",
          "note": [
            "Keys, scalars of all styles, anchors, tags and blocks."
          ],
          "method": "GET",
          "url": "http://{{practice}}/code/yaml"
        }
      ]
    },
    {
      "name": "Codings and charsets",
      "items": [
        {
          "name": "gzip",
          "note": [
            "Content-Encoding says how the bytes are coded. Pretty and Text show the content decoded; Hex and Wire what was on the wire."
          ],
          "method": "GET",
          "url": "http://{{practice}}/gzip?size=100k"
        },
        {
          "name": "deflate",
          "note": [
            "deflate means the zlib format around the deflated data (RFC 9110 §8.4.1.2)."
          ],
          "method": "GET",
          "url": "http://{{practice}}/deflate?size=100k"
        },
        {
          "name": "Raw deflate",
          "note": [
            "Some servers leave the zlib format out. Clients must try both."
          ],
          "method": "GET",
          "url": "http://{{practice}}/deflate?size=100k&raw=1"
        },
        {
          "name": "br",
          "note": [
            "Brotli (RFC 7932) has a dictionary of words of the web in it, and no checksum at all."
          ],
          "method": "GET",
          "url": "http://{{practice}}/br?size=100k"
        },
        {
          "name": "zstd",
          "note": [
            "Zstandard (RFC 8878). A server may make a reader keep 8 MiB to look back at (RFC 9659), no more."
          ],
          "method": "GET",
          "url": "http://{{practice}}/zstd?size=100k"
        },
        {
          "name": "Stacked codings",
          "note": [
            "Content-Encoding lists codings in the order in which they were applied: the last one comes off first."
          ],
          "method": "GET",
          "url": "http://{{practice}}/stacked?size=100k"
        },
        {
          "name": "A bomb",
          "note": [
            "Less than a kilobyte that decodes to 256 MiB of zeros. It is decoded up to a limit, and Text says so; Hex has what came."
          ],
          "method": "GET",
          "url": "http://{{practice}}/bomb"
        },
        {
          "name": "A compressed request",
          "note": [
            "Compression in the form's Body tab packs the content while it is sent; F7 shows how; the answer is what the server made of it. Few servers take it: one that does not answers 415 (RFC 9110 §15.5.16)."
          ],
          "method": "POST",
          "url": "http://{{practice}}/decode",
          "body": {
            "kind": "text",
            "text": [
              "the same line, and the same line, and the same line, and the same line"
            ]
          },
          "options": {
            "contentCoding": "gzip"
          }
        },
        {
          "name": "UTF-8",
          "note": [
            "Letters of many scripts, one to four bytes each: see the hex view."
          ],
          "method": "GET",
          "url": "http://{{practice}}/charset/utf-8"
        },
        {
          "name": "Latin-1",
          "note": [
            "One byte for each letter. Content-Type names the charset; without it nobody could know."
          ],
          "method": "GET",
          "url": "http://{{practice}}/charset/iso-8859-1"
        },
        {
          "name": "Windows-1252",
          "note": [
            "Like Latin-1, with quotes, dashes and the euro sign where Latin-1 has control codes."
          ],
          "method": "GET",
          "url": "http://{{practice}}/charset/windows-1252"
        },
        {
          "name": "Shift_JIS",
          "note": [
            "Two bytes for a character of Japanese. The second may be one that ASCII has too: that of 表 is a backslash."
          ],
          "method": "GET",
          "url": "http://{{practice}}/charset/shift_jis"
        },
        {
          "name": "UTF-16, little end first",
          "note": [
            "Two bytes for most letters, the low one first."
          ],
          "method": "GET",
          "url": "http://{{practice}}/charset/utf-16le"
        },
        {
          "name": "UTF-16, big end first",
          "note": [
            "The same with the high byte first."
          ],
          "method": "GET",
          "url": "http://{{practice}}/charset/utf-16be"
        }
      ]
    },
    {
      "name": "Before the answer",
      "items": [
        {
          "name": "Early hints",
          "note": [
            "A 103 comes first, with links that a browser may load already. Then comes the answer: two heads on one connection."
          ],
          "method": "GET",
          "url": "http://{{practice}}/early-hints"
        },
        {
          "name": "Continue, unasked",
          "note": [
            "Two times 100 Continue before the answer. A client must be ready for interim responses at any time."
          ],
          "method": "GET",
          "url": "http://{{practice}}/continue?count=2"
        },
        {
          "name": "Continue, asked",
          "note": [
            "Expect: 100-continue asks for leave to send the content. Barewire sends all at once; to wait for the 100 between head and content, see “sockets by hand”."
          ],
          "method": "POST",
          "url": "http://{{practice}}/sink",
          "fields": [
            { "name": "Expect", "value": "100-continue" }
          ],
          "body": {
            "kind": "text",
            "text": [
              "content for which leave was asked"
            ]
          }
        }
      ]
    },
    {
      "name": "Who you are",
      "items": [
        {
          "name": "Basic",
          "note": [
            "User and password stand under Auth; the raw view shows what becomes of them: Base64, which hides nothing.",
            "With the next environment the password is wrong, and the answer 401."
          ],
          "method": "GET",
          "url": "http://{{practice}}/basic-auth/{{user}}/lovelace",
          "auth": { "kind": "basic", "user": "{{user}}", "password": "{{password}}" }
        },
        {
          "name": "Basic, without",
          "note": [
            "401: WWW-Authenticate says what the server wants to know."
          ],
          "method": "GET",
          "url": "http://{{practice}}/basic-auth/ada/lovelace"
        },
        {
          "name": "Digest",
          "note": [
            "The password never goes out: the first answer is 401 with a challenge, and the second request, an exchange of its own,",
            "proves with a hash that the password is known (RFC 7616)."
          ],
          "method": "GET",
          "url": "http://{{practice}}/digest-auth/ada/lovelace",
          "auth": { "kind": "digest", "user": "ada", "password": "lovelace" }
        },
        {
          "name": "Bearer",
          "note": [
            "Any token will do here. It goes out as it stands in the form."
          ],
          "method": "GET",
          "url": "http://{{practice}}/bearer",
          "auth": { "kind": "bearer", "token": "a-token-to-practise" }
        }
      ]
    },
    {
      "name": "TLS",
      "items": [
        {
          "name": "Hello over TLS",
          "note": [
            "The same request on the server's other port. The connection panel shows the version, the cipher and the certificate.",
            "The certificate is made anew at each start; Barewire trusts it because the server runs inside it. Nobody else would."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/hello?name=TLS"
        },
        {
          "name": "Bytes over TLS",
          "note": [
            "The wire view shows the plain bytes. On the network they were encrypted, in records of at most 16 KiB."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/bytes/1M"
        }
      ]
    },
    {
      "name": "Notes API",
      "items": [
        {
          "name": "List",
          "note": [
            "The notes, in pages. The workspace “notes API” has more."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes?page=1&per_page=5"
        },
        {
          "name": "Create",
          "note": [
            "201: the Location field says where the new note is."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes",
          "body": {
            "kind": "json",
            "text": [
              "{ \"title\": \"From practice\" }"
            ]
          }
        },
        {
          "name": "Read",
          "note": [
            "One note, with an ETag that changes when the note does."
          ],
          "method": "GET",
          "url": "http://{{practice}}/notes/1"
        },
        {
          "name": "Replace",
          "note": [
            "PUT replaces the whole note: what is not named is gone."
          ],
          "method": "PUT",
          "url": "http://{{practice}}/notes/1",
          "body": {
            "kind": "json",
            "text": [
              "{ \"title\": \"A request is text\", \"tags\": [\"basics\"] }"
            ]
          }
        },
        {
          "name": "Change",
          "note": [
            "PATCH changes what is named and leaves the rest."
          ],
          "method": "PATCH",
          "url": "http://{{practice}}/notes/1",
          "body": {
            "kind": "json",
            "text": [
              "{ \"done\": false }"
            ]
          }
        },
        {
          "name": "Delete",
          "note": [
            "204: it is gone. Send again: 404."
          ],
          "method": "DELETE",
          "url": "http://{{practice}}/notes/23"
        },
        {
          "name": "Start over",
          "note": [
            "All notes are as they were at the start."
          ],
          "method": "POST",
          "url": "http://{{practice}}/notes/reset"
        }
      ]
    },
    {
      "name": "Broken servers",
      "items": [
        {
          "name": "Broken framing",
          "items": [
            {
              "name": "Bad chunk size",
              "note": [
                "A chunk whose size is “xyz”. Nobody can know where it ends."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/bad-chunk-size"
            },
            {
              "name": "Cut in a chunk",
              "note": [
                "A chunk of 20 bytes is announced, 11 come, and the connection closes."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/early-close-in-chunk"
            },
            {
              "name": "No last chunk",
              "note": [
                "The chunk of size 0 never comes. Without it the content could be half of something."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/missing-last-chunk"
            },
            {
              "name": "LF in a chunk",
              "note": [
                "A chunk line that ends in a bare LF. Readers differ on it, and attackers use that."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/lf-in-chunk"
            },
            {
              "name": "Too short",
              "note": [
                "Content-Length says 100 and 29 bytes come before the close."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/short"
            },
            {
              "name": "Too long",
              "note": [
                "Content-Length says 5, and more bytes come. They belong to no answer."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/long"
            },
            {
              "name": "Two lengths",
              "note": [
                "Two Content-Length fields that differ. Which one is right? Nobody may guess."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/two-lengths"
            },
            {
              "name": "Length and chunked",
              "note": [
                "Both kinds of framing at once: the start of a smuggling attack. Chunked counts."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/length-and-chunked"
            }
          ]
        },
        {
          "name": "Broken heads",
          "items": [
            {
              "name": "No colon",
              "note": [
                "A line in the head that is no field. The diagnostic points to its bytes."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/no-colon"
            },
            {
              "name": "Space before the colon",
              "note": [
                "“Content-Length : 6” — one reader takes it, another does not: so they see different bodies."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/space-before-colon"
            },
            {
              "name": "LF only",
              "note": [
                "Every line ends in LF without CR. Clients may read it; they should not have to."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/lf-only"
            },
            {
              "name": "Bad status",
              "note": [
                "A status code with a letter in it."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/bad-status"
            },
            {
              "name": "Folded field",
              "note": [
                "One field over three lines, as e-mail does. HTTP/1.1 gave it up."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/obs-fold"
            },
            {
              "name": "NUL in a field",
              "note": [
                "A zero byte in a value. Programs in C stop reading there, others do not."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/nul-in-header"
            },
            {
              "name": "No blank line",
              "note": [
                "The head never ends; the connection closes instead."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/no-blank-line"
            },
            {
              "name": "Huge field",
              "note": [
                "A field of 1 MiB. It breaks no rule, only limits."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/huge-header"
            },
            {
              "name": "Escape codes",
              "note": [
                "Reason, fields and body hold commands for your terminal: set its title, clear the screen, fill the clipboard.",
                "Here they are pictures: ␛ for Esc. Print the same answer with another tool only in a terminal that you can do without."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/escape-codes"
            }
          ]
        },
        {
          "name": "Broken codings",
          "items": [
            {
              "name": "Not gzip",
              "note": [
                "Content-Encoding says gzip, the content is plain text. Text says why it can't be decoded; Hex has the bytes."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/wrong-gzip"
            },
            {
              "name": "Cut gzip",
              "note": [
                "Half of a gzip file. What could be decoded is shown."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/cut-gzip"
            },
            {
              "name": "Wrong checksum",
              "note": [
                "Everything decodes, and the checksum at the end says that it is not what was encoded."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/gzip-checksum"
            },
            {
              "name": "Cut zstd",
              "note": [
                "Half of a zstd frame: whole blocks of it are shown."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/cut-zstd"
            },
            {
              "name": "Corrupt br",
              "note": [
                "It goes on with a block that none may be (RFC 7932 §9.2). br has no checksum: only what breaks the format is found."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/corrupt-br"
            }
          ]
        },
        {
          "name": "Broken connections",
          "items": [
            {
              "name": "Reset",
              "note": [
                "Half a body, then a TCP reset. The connection panel says who did what."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/reset"
            },
            {
              "name": "Silence",
              "note": [
                "The server reads the request and says nothing. After five seconds the idle time under Options is over."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/silent",
              "options": {
                "idleTimeoutMilliseconds": 5000
              }
            },
            {
              "name": "Hangs up",
              "note": [
                "The server closes without a byte of answer."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/close"
            },
            {
              "name": "Garbage",
              "note": [
                "Four kilobytes of noise. It is shown, and called what it is."
              ],
              "method": "GET",
              "url": "http://{{practice}}/broken/garbage"
            }
          ]
        }
      ]
    }
  ]
}

"""##),
("sockets-by-hand.json", ##"""
{
  "barewire": 1,
  "name": "sockets by hand",
  "order": 2,
  "note": [
    "HTTP is text that you can write by hand, on a connection that you can watch. Go through these requests in order: it takes ten minutes.",
    "Their bytes are written out: the raw view is the request. Names in “quotation marks” are commands: the command palette and the help know their keys."
  ],
  "items": [
    {
      "name": "The basics",
      "items": [
        {
          "name": "1. A request is text",
          "note": [
            "Do: look at the raw view of the request, then “Send”.",
            "Look: three lines. A start line with method, target and version; a field; and a blank line. ␍␊ are the two bytes CR and LF that end each line.",
            "Look: the answer has the same form: a start line, fields, a blank line, and then the content. “Body: wire” shows all of it, byte for byte.",
            "Why: this is all that any HTTP library does for you. Nothing is hidden behind it."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=wire",
          "raw": [
            "GET /hello?name=wire HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "2. A connection has two ends",
          "note": [
            "Do: “Connect without sending”.",
            "Look: the connection panel. There is a connection, and not one byte has gone over it: two addresses with a port each, your end → the server's end.",
            "Do: “Send the draft on the open connection”, and then once more.",
            "Look: the same ports for both exchanges. Now “Close the connection”, connect again, and compare: the server's port is the same, yours is a new one.",
            "Why: you choose the server's port; the system picks yours. Together the two addresses and the two ports are the name of the connection."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=socket",
          "raw": [
            "GET /hello?name=socket HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "3. Forget the blank line",
          "note": [
            "Do: “Connect without sending”, then “Send the draft on the open connection”.",
            "Look: nothing happens. The line under the raw view has told you so: there is no blank line, so the server waits for more fields.",
            "Do: put the cursor at the very end of the raw view, press Enter for the missing line end, and “Send the draft on the open connection” again: only the new bytes go.",
            "Look: the answer comes at once.",
            "Why: the blank line is what makes a server answer. When a server seems to hang, it may be waiting for you."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=patience",
          "options": {
            "idleTimeoutMilliseconds": 120000
          },
          "raw": [
            "GET /hello?name=patience HTTP/1.1\r\n",
            "Host: localhost\r\n"
          ]
        },
        {
          "name": "4. Line by line",
          "note": [
            "Do: “Connect without sending”. Put the cursor at the end of the first line and “Send up to the cursor on the open connection”. Then the same at the end of the next, and so on.",
            "Look: “Body: wire” shows each piece as a write of its own, with its time.",
            "Why: a connection carries bytes, not messages. Where one write ends means nothing to the server; only CR LF and the blank line do."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=slow",
          "options": {
            "idleTimeoutMilliseconds": 120000
          },
          "raw": [
            "GET /hello?name=slow HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Accept: application/json\r\n",
            "\r\n"
          ]
        }
      ]
    },
    {
      "name": "How a connection ends",
      "items": [
        {
          "name": "5. Close the sending side",
          "note": [
            "Do: “Connect without sending”, “Send the draft on the open connection”, and within three seconds “Close the sending side”.",
            "Look: the connection is half-closed. You can send nothing more, and the answer still arrives. Then the server closes its side too.",
            "Why: a connection is two streams, one for each direction, and each ends on its own. The end of one is called FIN."
          ],
          "method": "GET",
          "url": "http://{{practice}}/delay/3000",
          "options": {
            "idleTimeoutMilliseconds": 120000
          },
          "raw": [
            "GET /delay/3000 HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "6. Close too early",
          "note": [
            "Do: “Connect without sending”, “Send the draft on the open connection”, “Close the sending side”.",
            "Look: 400. The server has waited for the blank line, and now it knows that none will come.",
            "Why: after a FIN the server need not wait any longer. Before it, it can't tell a slow client from a wrong one."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello",
          "options": {
            "idleTimeoutMilliseconds": 120000
          },
          "raw": [
            "GET /hello HTTP/1.1\r\n",
            "Host: localhost\r\n"
          ]
        },
        {
          "name": "7. Keep it alive",
          "note": [
            "Do: “Send”, three times.",
            "Look: the connection panel counts 1st, 2nd, 3rd exchange. The second has no time for connecting: it was done.",
            "Why: in HTTP/1.1 a connection stays open after the answer, until one side closes it. The answer's length tells where the next one begins."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=again",
          "raw": [
            "GET /hello?name=again HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "8. Ask for the close",
          "note": [
            "Do: “Send”, twice.",
            "Look: the answer says Connection: close as well, the server closes, and the second request needs a new connection with a new local port."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=bye",
          "raw": [
            "GET /hello?name=bye HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Connection: close\r\n",
            "\r\n"
          ]
        },
        {
          "name": "9. The old way",
          "note": [
            "Do: “Send”.",
            "Look: HTTP/1.0 has no Host field and no chunks. The content ends where the connection ends.",
            "Why: so nobody can tell a whole answer from one that was cut off. This is why lengths and chunks came."
          ],
          "method": "GET",
          "url": "http://{{practice}}/chunked?count=3",
          "raw": [
            "GET /chunked?count=3 HTTP/1.0\r\n",
            "\r\n"
          ]
        },
        {
          "name": "10. Abort",
          "note": [
            "Do: “Send”, and while the answer trickles in “Abort the connection”. Then send again and use “Close the connection” instead.",
            "Look: the first ends with a reset (RST): everything on its way is thrown away, on both sides. The second says goodbye in good order (FIN).",
            "Why: a reset is what you see when a server crashes, a firewall steps in, or a program closes a socket without reading what is there."
          ],
          "method": "GET",
          "url": "http://{{practice}}/trickle/2000?rate=20",
          "raw": [
            "GET /trickle/2000?rate=20 HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "11. Be aborted",
          "note": [
            "Do: “Send”.",
            "Look: 10 of 1000 bytes, then the reset, this time by the server. What came before it is kept."
          ],
          "method": "GET",
          "url": "http://{{practice}}/broken/reset",
          "raw": [
            "GET /broken/reset HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        }
      ]
    },
    {
      "name": "Where a message ends",
      "items": [
        {
          "name": "12. Content has a length",
          "note": [
            "Do: “Send”.",
            "Look: after the blank line come 11 bytes of content, as Content-Length says. There is no line end after them, and none is needed."
          ],
          "method": "POST",
          "url": "http://{{practice}}/echo",
          "raw": [
            "POST /echo HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Content-Type: text/plain\r\n",
            "Content-Length: 11\r\n",
            "\r\n",
            "hello world"
          ]
        },
        {
          "name": "13. Too short a length",
          "note": [
            "Do: “Send”, and open “Body: wire”.",
            "Look: two answers. The server has taken 5 bytes for the content. The rest, “ world”, was to be the next request, and that is 400.",
            "Why: the length alone says where a message ends. When two servers in a row disagree on it, one request can be smuggled inside another."
          ],
          "method": "POST",
          "url": "http://{{practice}}/echo",
          "raw": [
            "POST /echo HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Content-Type: text/plain\r\n",
            "Content-Length: 5\r\n",
            "\r\n",
            "hello world"
          ]
        },
        {
          "name": "14. Too long a length",
          "note": [
            "Do: “Connect without sending”, “Send the draft on the open connection”, and wait.",
            "Look: nothing comes: 9 bytes are missing. Type them at the end of the raw view and send again.",
            "Why: the second great reason for a server that seems to hang. The line under the raw view warns of both."
          ],
          "method": "POST",
          "url": "http://{{practice}}/echo",
          "options": {
            "idleTimeoutMilliseconds": 120000
          },
          "raw": [
            "POST /echo HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Content-Type: text/plain\r\n",
            "Content-Length: 20\r\n",
            "\r\n",
            "hello world"
          ]
        },
        {
          "name": "15. Chunks by hand",
          "note": [
            "Do: “Send”, then change a chunk and its size and send again. Sizes are hexadecimal: b is 11.",
            "Look: each chunk is a line with its size, the bytes, and a line end. The chunk of size 0 is the last; fields may follow it, and then the blank line.",
            "Why: with chunks a sender can begin before it knows the length."
          ],
          "method": "POST",
          "url": "http://{{practice}}/echo",
          "raw": [
            "POST /echo HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Content-Type: text/plain\r\n",
            "Transfer-Encoding: chunked\r\n",
            "\r\n",
            "5\r\n",
            "hello\r\n",
            "6\r\n",
            " world\r\n",
            "0\r\n",
            "X-Sum: 11\r\n",
            "\r\n"
          ]
        },
        {
          "name": "16. Ask before you send",
          "note": [
            "Do: “Connect without sending”. Put the cursor on the last line, before the content, and “Send up to the cursor on the open connection”.",
            "Look: 100 Continue comes: the server has read the head and lets you go on. Now “Send the draft on the open connection” for the rest.",
            "Why: before a large upload it is good to know that the server wants it."
          ],
          "method": "POST",
          "url": "http://{{practice}}/sink",
          "options": {
            "idleTimeoutMilliseconds": 120000
          },
          "raw": [
            "POST /sink HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Content-Length: 11\r\n",
            "Expect: 100-continue\r\n",
            "\r\n",
            "hello world"
          ]
        },
        {
          "name": "17. Only the head",
          "note": [
            "Do: “Send”.",
            "Look: Content-Length says ten gigabytes, and none of them comes: the answer to HEAD has no content. The next request can follow at once."
          ],
          "method": "HEAD",
          "url": "http://{{practice}}/bytes/10G",
          "raw": [
            "HEAD /bytes/10G HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "18. Three at once",
          "note": [
            "Do: “Connect without sending”, “Send the draft on the open connection”, and open “Body: wire”.",
            "Look: one write with three requests, and three answers in the same order. The second has to wait for its delay, and the third waits for the second.",
            "Why: this is pipelining. The order is all that says which answer belongs to which request. HTTP/2 gave each its own stream."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello?name=one",
          "raw": [
            "GET /hello?name=one HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n",
            "GET /delay/1000 HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n",
            "GET /hello?name=three HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        }
      ]
    },
    {
      "name": "Breaking the rules",
      "items": [
        {
          "name": "19. A bare LF",
          "note": [
            "Do: “Send”.",
            "Look: the lines end in ␊ alone, the line under the raw view says that it is against the rule, and this server reads it all the same.",
            "Why: a reader may forgive it (RFC 9112 §2.2). In chunks it may not."
          ],
          "method": "GET",
          "url": "http://{{practice}}/echo",
          "raw": [
            "GET /echo HTTP/1.1\n",
            "Host: localhost\n",
            "\n"
          ]
        },
        {
          "name": "20. No Host",
          "note": [
            "Do: “Send”.",
            "Look: 400, with the rule: in HTTP/1.1 a request must say for which host it is (RFC 9112 §3.2).",
            "Why: many hosts share one address. The connection does not know the name that you typed."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello",
          "raw": [
            "GET /hello HTTP/1.1\r\n",
            "Accept: */*\r\n",
            "\r\n"
          ]
        },
        {
          "name": "21. A space before the colon",
          "note": [
            "Do: “Send”.",
            "Look: 400. A server must refuse this (RFC 9112 §5.1).",
            "Why: one reader takes “Host ” for Host, another for some other field. Two readers that differ are a hole."
          ],
          "method": "GET",
          "url": "http://{{practice}}/hello",
          "raw": [
            "GET /hello HTTP/1.1\r\n",
            "Host : localhost\r\n",
            "\r\n"
          ]
        },
        {
          "name": "22. Not HTTP at all",
          "note": [
            "Do: “Send”, then write something of your own and send that.",
            "Look: the server answers in HTTP to something that is not. Another would just close."
          ],
          "method": "GET",
          "url": "http://{{practice}}/",
          "raw": [
            "How are you?\r\n",
            "\r\n"
          ]
        }
      ]
    },
    {
      "name": "The same inside TLS",
      "items": [
        {
          "name": "23. A tunnel for text",
          "note": [
            "Do: “Send”.",
            "Look: the same text as in the first request. The connection panel shows the handshake that came before it: version, cipher, certificate.",
            "Why: HTTPS is HTTP inside TLS inside TCP. Nothing in the message changes."
          ],
          "method": "GET",
          "url": "https://{{practiceTLS}}/echo",
          "raw": [
            "GET /echo HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "\r\n"
          ]
        }
      ]
    }
  ]
}

"""##),
  ]
}
