import JSONText
import Testing
import Workspaces

struct WorkspaceFormatTests {
  /// A workspace with everything in it.
  static var everything: Workspace {
    var hello = SavedRequest(name: "Hello", url: "http://{{practice}}/hello?a=1")
    hello.note = "Look at the ␍␊.\n\nTwice."
    hello.disabledParameters = [NamedValue("b", "2", isEnabled: false)]
    hello.fields = [NamedValue("Accept", "a \"quoted\" \\ value"), NamedValue("X-Off", "é", isEnabled: false)]
    hello.droppedAutomaticFields = ["user-agent", "accept"]
    hello.auth = .basic(user: "Aladdin", password: "open sesame")
    hello.body = .json("{\n  \"a\": [1, 2]\n}\n")
    hello.options.httpVersion = .http10
    hello.options.connectTimeoutMilliseconds = 1
    hello.options.idleTimeoutMilliseconds = 0
    hello.options.redirects = .follow
    hello.options.redirectLimit = 3
    hello.options.handshakeTimeoutMilliseconds = 2
    hello.options.firstByteTimeoutMilliseconds = 3
    hello.options.totalTimeoutMilliseconds = 4
    hello.options.continueTimeoutMilliseconds = 5
    hello.options.socketPath = "/run/{{name}}.sock"
    hello.options.proxy = "socks5h://{{name}}:1080"
    hello.options.networkCondition = "delay=200ms"
    hello.options.addresses = .ipv6
    hello.options.verifiesCertificates = false
    hello.options.usesNewConnection = true
    hello.options.tls.trustAnchors = ["ca.pem"]
    hello.options.tls.clientCertificate = "{{client}}.pem"
    hello.options.tls.passphrase = "{{secret}}"
    hello.options.tls.maximumVersion = .tls12
    hello.options.tls.alpn = []
    var raw = SavedRequest(name: "Raw", method: "BREW", url: "h")
    raw.rawBytes = Array("GET / HTTP/1.1\r\nX: caf".utf8) + [0xE9, 0xFF] + Array("é\r\n\r\nno end\u{0}".utf8)
    var text = SavedRequest(name: "Text", url: "")
    text.body = .text("a\r\nb\u{7F}\u{9B}", contentType: "text/x")
    text.auth = .bearer(token: "{{token}}")
    var form = SavedRequest(name: "Form", method: "POST", url: "h")
    form.body = .form([NamedValue("a", "1"), NamedValue("b", "", isEnabled: false)])
    var file = SavedRequest(name: "File", method: "PUT", url: "h")
    file.body = .file(path: "a b.bin", contentType: nil)
    let requests = [hello, raw, text, form, file].map { WorkspaceItem(id: .next(), content: .request($0)) }
    let inner = WorkspaceItem(id: .next(), content: .folder(.init(name: "Empty")))
    let folder = WorkspaceItem(id: .next(), content: .folder(.init(name: "Folder", items: [inner] + requests)))
    var workspace = Workspace(
      name: "All", items: [folder],
      environments: [
        VariableEnvironment(name: "local", variables: [NamedValue("host", "h"), NamedValue("x", "", isEnabled: false)])
      ])
    workspace.note = "One line"
    workspace.order = 3
    return workspace
  }

  @Test("a workspace is the same after it was written and read")
  func roundTrip() throws {
    let bytes = WorkspaceFormat.write(Self.everything)
    #expect(JSONText.check(bytes) == nil)
    let again = try WorkspaceFormat.read(bytes)
    #expect(again.withoutIdentities == Self.everything.withoutIdentities)
    #expect(WorkspaceFormat.write(again) == bytes)
  }

  @Test("a file is in an order and a shape for people")
  func shape() throws {
    var workspace = Self.everything
    guard case .folder(let folder) = workspace.items[0].content else { return }
    workspace.items = Array(folder.items[1...2])
    #expect(
      String(decoding: WorkspaceFormat.write(workspace), as: UTF8.self) == #"""
        {
          "barewire": 1,
          "name": "All",
          "order": 3,
          "note": [
            "One line"
          ],
          "environments": [
            {
              "name": "local",
              "variables": [
                { "name": "host", "value": "h" },
                { "name": "x", "value": "", "enabled": false }
              ]
            }
          ],
          "items": [
            {
              "name": "Hello",
              "note": [
                "Look at the ␍␊.",
                "",
                "Twice."
              ],
              "method": "GET",
              "url": "http://{{practice}}/hello?a=1",
              "disabledParameters": [
                { "name": "b", "value": "2" }
              ],
              "fields": [
                { "name": "Accept", "value": "a \"quoted\" \\ value" },
                { "name": "X-Off", "value": "é", "enabled": false }
              ],
              "droppedFields": [
                "accept",
                "user-agent"
              ],
              "auth": { "kind": "basic", "user": "Aladdin", "password": "open sesame" },
              "body": {
                "kind": "json",
                "text": [
                  "{",
                  "  \"a\": [1, 2]",
                  "}",
                  ""
                ]
              },
              "options": {
                "httpVersion": "1.0",
                "connectTimeoutMilliseconds": 1,
                "handshakeTimeoutMilliseconds": 2,
                "firstByteTimeoutMilliseconds": 3,
                "idleTimeoutMilliseconds": 0,
                "totalTimeoutMilliseconds": 4,
                "continueTimeoutMilliseconds": 5,
                "redirectLimit": 3,
                "redirects": "follow",
                "socketPath": "/run/{{name}}.sock",
                "proxy": "socks5h://{{name}}:1080",
                "networkCondition": "delay=200ms",
                "addresses": "ipv6",
                "verifyCertificates": false,
                "newConnection": true,
                "trustAnchors": [
                  "ca.pem"
                ],
                "clientCertificate": "{{client}}.pem",
                "passphrase": "{{secret}}",
                "maximumTLS": "1.2",
                "alpn": []
              }
            },
            {
              "name": "Raw",
              "method": "BREW",
              "url": "h",
              "raw": [
                "GET / HTTP/1.1\r\n",
                "X: caf",
                { "hex": "E9 FF" },
                "é\r\n",
                "\r\n",
                "no end\u0000"
              ]
            }
          ]
        }

        """#)
  }

  @Test("members that this version does not know are kept wherever they stand")
  func unknownMembers() throws {
    let text = #"""
      {
        "barewire": 1,
        "name": "w",
        "environments": [
          {
            "name": "e",
            "variables": [
              { "name": "v", "value": "", "secret": true }
            ],
            "colour": "red"
          }
        ],
        "items": [
          {
            "name": "f",
            "items": [],
            "sorted": null
          },
          {
            "name": "r",
            "method": "GET",
            "url": "h",
            "auth": { "kind": "bearer", "token": "t", "scope": [1.50, -2e300] },
            "body": {
              "kind": "json",
              "text": [
                ""
              ],
              "schema": {
                "a": [],
                "z": {}
              }
            },
            "options": {
              "proxy": "p"
            },
            "tests": [
              12345678901234567890123456789012345678901234567890
            ]
          }
        ],
        "theme": "dark"
      }

      """#
    let workspace = try WorkspaceFormat.read(Array(text.utf8))
    #expect(String(decoding: WorkspaceFormat.write(workspace), as: UTF8.self) == text)
    #expect(workspace.unknownMembers == ["theme": .string("dark")])
  }

  @Test("text may be one string, folders are told by their items, and members may stand in any order")
  func lenience() throws {
    let workspace = try WorkspaceFormat.read(
      Array(
        #"{"items":[{"sorted":1,"items":[],"name":"f"},{"url":"u","body":{"text":"a\nb","kind":"text"},"method":"M"}],"#
          .utf8) + Array(#""note":"n","name":"w","barewire":1}"#.utf8))
    #expect(workspace.note == "n")
    guard case .folder(let folder) = workspace.items[0].content, case .request(let request) = workspace.items[1].content
    else {
      Issue.record("expected a folder and a request")
      return
    }
    #expect(folder.name == "f")
    #expect(request.body == .text("a\nb", contentType: nil))
  }

  @Test(
    "what is no workspace has its line, column and reason",
    arguments: [
      ("", 1, 1, "The text ends where a value should stand."),
      ("{\n  \"barewire\": 1,\n}", 3, 1, "A comma stands before “}” with nothing between them: remove it."),
      ("[]", 1, 1, "Expected an object, found a list."),
      ("{}", 1, 1, "The workspace has no “barewire”."),
      ("{\"barewire\": 1}", 1, 1, "The workspace has no “name”."),
      (
        "{\"barewire\": 2}", 1, 14,
        "The file is in format 2, and this Barewire reads format 1: open it with the Barewire that wrote it."
      ),
      ("{\"barewire\": -1}", 1, 14, "“barewire” must be a whole number of 0 or more, not -1."),
      ("{\"name\": 5}", 1, 10, "“name” must be text, not a number."),
      ("{\"name\": \"a\", \"name\": \"b\"}", 1, 15, "“name” stands twice in one object: remove one of them."),
      ("{\"note\": [\n 1]}", 2, 2, "“note” must be a list of lines, each of them text, not a number."),
      ("{\"items\": {}}", 1, 11, "“items” must be a list, not an object."),
      ("{\"items\": [\"x\"]}", 1, 12, "“items” must be a list of folders and requests, not text."),
      ("{\"items\": [{\"url\": \"u\"}]}", 1, 12, "The request has no “method”."),
      (
        "{\"items\": [{\"url\": \"\", \"fields\": [\"a: b\"]}]}", 1, 35,
        "“fields” must be a list of objects with name and value, not text."
      ),
      (
        "{\"items\": [{\"url\": \"\", \"auth\": {\"kind\": \"ntlm\"}}]}", 1, 41,
        "“ntlm” is not known as “kind”; known: none, basic, bearer, digest."
      ),
      (
        "{\"items\": [{\"url\": \"\", \"options\": {\"followRedirects\": \"yes\"}}]}", 1, 55,
        "“followRedirects” must be true or false, not text."
      ),
      (
        "{\"items\": [{\"url\": \"\", \"raw\": [{\"hex\": \"0G\"}]}]}", 1, 40,
        "“0G” is not bytes in hexadecimal, such as \"0D 0A\"."
      ),
      ("{\"barewire\": 1, \"name\": \"\"} x", 1, 29, "Expected nothing more, found “x”."),
    ])
  func failures(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    #expect {
      try WorkspaceFormat.read(Array(text.utf8))
    } throws: { error in
      guard let error = error as? WorkspaceFormatError else { return false }
      #expect(error.message == message)
      #expect([error.position.line, error.position.column] == [line, column])
      return true
    }
  }
}

extension Workspace {
  /// The workspace with item identities that do not differ between readings.
  var withoutIdentities: Workspace {
    func plain(_ items: [WorkspaceItem]) -> [WorkspaceItem] {
      items.map { item in
        guard case .folder(var folder) = item.content else {
          return WorkspaceItem(id: WorkspaceItem.ID(0), content: item.content)
        }
        folder.items = plain(folder.items)
        return WorkspaceItem(id: WorkspaceItem.ID(0), content: .folder(folder))
      }
    }
    var workspace = self
    workspace.items = plain(items)
    return workspace
  }
}
