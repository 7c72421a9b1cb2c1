extension Meeting {
  /// nginx through every kind of proxy, with and without the right password, and through those that do not lead there.
  static let proxied: [Meeting] = http + https + socks + failing

  private static let http = [
    Meeting(.nginx, "/large", "--proxy", "127.0.0.1:{tinyproxy}", end: .works(200)),
    Meeting(.nginx, "/kept", "-X", "PUT", "--data", "kept", "--proxy", "127.0.0.1:{tinyproxy}", end: .works(201)),
    Meeting(.nginxTLS, "/large", "--insecure", "--proxy", "127.0.0.1:{tinyproxy}", end: .works(200)),
    Meeting(.nginxHTTP2, "/large", "--insecure", "--http2", "--proxy", "127.0.0.1:{tinyproxy}", end: .works(200)),
    Meeting(.nginxTLS, "/large", "--proxy", "127.0.0.1:{tinyproxy}", end: .fails("self-signed")),
    Meeting(.nginx, "/large", "--proxy", "wire:secret@127.0.0.1:{tinyproxyWithPassword}", end: .works(200)),
    Meeting(
      .nginx, "/large", "--proxy", "127.0.0.1:{tinyproxyWithPassword}", "--proxy-user", "wire:secret", end: .works(200)),
    Meeting(.nginx, "/large", "--proxy", "wire:guess@127.0.0.1:{tinyproxyWithPassword}", end: .works(401)),
    Meeting(
      .nginxTLS, "/large", "--insecure", "--proxy", "127.0.0.1:{tinyproxyWithPassword}", end: .fails("password")),
    Meeting(
      .nginxTLS, "/large", "--insecure", "--proxy", "wire:guess@127.0.0.1:{tinyproxyWithPassword}",
      end: .fails("check user and password")),
    Meeting(
      .nginxTLS, "/large", "--insecure", "--proxy", "wire:secret@127.0.0.1:{tinyproxyWithPassword}", end: .fails("403")),
  ]

  private static let https = [
    Meeting(.nginx, "/large", "--insecure", "--proxy", "https://127.0.0.1:{haproxyTLS}", end: .works(200)),
    Meeting(.nginxTLS, "/large", "--insecure", "--proxy", "https://127.0.0.1:{haproxyTLS}", end: .works(200)),
    Meeting(
      .nginxHTTP2, "/large", "--insecure", "--http2", "--proxy", "https://127.0.0.1:{haproxyTLS}", end: .works(200)),
    Meeting(.nginx, "/large", "--proxy", "https://127.0.0.1:{haproxyTLS}", end: .fails("certificate")),
    Meeting(
      .nginx, "/large", "--proxy", "https://127.0.0.1:{tinyproxy}", "--connect-timeout", "0.5",
      end: .fails("check its kind and port")),
  ]

  private static let socks = [
    Meeting(.nginx, "/large", "--socks4", "127.0.0.1:{dante}", end: .works(200)),
    Meeting(.nginx, "/large", "--socks4a", "127.0.0.1:{dante}", end: .works(200)),
    Meeting(.nginx, "/large", "--socks5", "127.0.0.1:{dante}", end: .works(200)),
    Meeting(.nginxTLS, "/large", "--insecure", "--socks5-hostname", "127.0.0.1:{dante}", end: .works(200)),
    Meeting(.nginx, "/large", "--socks5", "127.0.0.1:{microsocks}", end: .works(200)),
    Meeting(.nginxHTTP2, "/large", "--insecure", "--http2", "--socks5", "127.0.0.1:{microsocks}", end: .works(200)),
    Meeting(.nginx, "/large", "--proxy", "socks5h://wire:secret@127.0.0.1:{microsocksWithPassword}", end: .works(200)),
    Meeting(
      .nginx, "/large", "--socks5", "127.0.0.1:{microsocksWithPassword}", "--proxy-user", "wire:guess",
      end: .fails("refused the user and password")),
    Meeting(.nginx, "/large", "--socks5", "127.0.0.1:{microsocksWithPassword}", end: .fails("password")),
  ]

  private static let failing = [
    Meeting(.nginx, "/large", "--proxy", "127.0.0.1:{nobody}", end: .fails("nothing listens on port")),
    Meeting(.nginx, "/large", "--socks5", "127.0.0.1:{nobody}", end: .fails("nothing listens on port")),
    // By the moment at which the reset comes it is told as a failed connect, as a reset or as an end.
    Meeting(.nginx, "/large", "--proxy", "127.0.0.1:{resetAtOnce}", end: .fails(" connection")),
    Meeting(.nginxTLS, "/large", "--proxy", "127.0.0.1:{resetAtOnce}", end: .fails(" connection")),
    Meeting(.nobody, "/", "--socks5", "127.0.0.1:{microsocks}", end: .fails("refused")),
    Meeting(
      .nginxTLS, "/large", "--socks5", "127.0.0.1:{tinyproxy}", "--connect-timeout", "0.5",
      end: .fails("check its kind and port")),
    Meeting(.nginxTLS, "/large", "--proxy", "127.0.0.1:{microsocks}", end: .fails("proxy")),
  ]
}
