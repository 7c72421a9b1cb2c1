/// A name server that answers slowly, falsely or never, in a network namespace where it is the only one.
enum NameServer {
  /// Whether this machine lets a test have a network and mounts of its own.
  static func isAllowed() async throws -> Bool {
    guard PeerProgram(executable: "unshare", package: "util-linux").isInstalled else { return false }
    return try await Command.run(["unshare", "--net", "--mount", "true"], environment: [:]).status == 0
  }

  /// Runs Barewire where the name server is, and a web server that answers `hello` at port 8080.
  static func barewire(_ arguments: [String], in sandbox: Sandbox) async throws -> Command {
    try sandbox.write("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n", to: "resolv.conf")
    try sandbox.write(program, to: "names.py")
    let script = "ip link set lo up && mount --bind \"$1\" /etc/resolv.conf && shift && exec \"$@\""
    return try await Command.run(
      ["unshare", "--net", "--mount", "sh", "-c", script, "sh", sandbox.file("resolv.conf")]
        + ["python3", sandbox.file("names.py"), try BuiltProgram.path()] + arguments,
      environment: sandbox.environment, in: sandbox.file("work"))
  }

  /// The first label of a name says how it is answered.
  private static let program = #"""
    import http.server, socket, subprocess, sys, threading, time

    names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    names.bind(("127.0.0.1", 53))

    def answer(query, client):
        label = query[13:13 + query[12]]
        end = query.index(b"\0", 12) + 5
        question, wants_ipv4 = query[12:end], query[end - 4:end - 2] == b"\0\1"
        def send(flags, *addresses):
            records = b"".join(b"\xc0\x0c\0\1\0\1\0\0\0\0\0\4" + bytes(address) for address in addresses)
            counts = bytes([0, 1, 0, len(addresses), 0, 0, 0, 0])
            names.sendto(query[:2] + flags + counts + question + records, client)
        if label == b"silent": return
        if label == b"garbled": return names.sendto(query[:2] + b"\xff" * 9, client)
        if label == b"failing": return send(b"\x81\x82")
        if label == b"unknown": return send(b"\x81\x83")
        if label == b"slow": time.sleep(0.3)
        if label == b"empty" or not wants_ipv4: return send(b"\x81\x80")
        if label == b"false": return send(b"\x81\x80", [127, 0, 0, 9])
        if label == b"mixed": return send(b"\x81\x80", [127, 0, 0, 9], [127, 0, 0, 1])
        send(b"\x81\x80", [127, 0, 0, 1])

    def answer_all():
        while True:
            threading.Thread(target=answer, args=names.recvfrom(4096), daemon=True).start()

    class Hello(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", "5")
            self.end_headers()
            self.wfile.write(b"hello")
        def log_message(self, *words): pass

    web = http.server.ThreadingHTTPServer(("127.0.0.1", 8080), Hello)
    for work in answer_all, web.serve_forever:
        threading.Thread(target=work, daemon=True).start()
    sys.exit(subprocess.run(sys.argv[1:]).returncode)

    """#
}
