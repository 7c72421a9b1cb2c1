/// Why a text says no way to an endpoint, or none can be taken.
///
/// Of a proxy's text nothing but the scheme is kept: the rest may be a password, wherever it was put by mistake.
package enum RouteError: Error, Sendable, Hashable {
  case proxyEmpty
  case proxyScheme(String)
  case proxyHostMissing
  case proxyHostInvalid
  case proxyAddressInvalid
  case proxyPortInvalid
  /// An "@" stands behind the end of the authority.
  case proxyCredentialsUnescaped
  case proxyCredentialsInvalid
  /// RFC 7617 §2: what stands before the first colon is the user.
  case proxyUserColon
  /// RFC 1929 §2 has one byte for each length.
  case proxyCredentialsTooLong
  indirect case variable(String, RouteError)
  case socketPathEmpty
  case socketPathTooLong(count: Int)
  case socketPathNUL
  case resolveEntry(String)
  case resolvePort(String)
  case resolveAddress(String)
  case connectTo(String)
  case connectToPort(String)
  case noUsableAddress(host: String, UsableAddresses)
  case binding(String)
  case interfaceName(String)
  case sourceNotAddress(String)
  case localPorts(String)
  case conditionEntry(String)
  case conditionName(String)
  case conditionRepeated(String)
  case duration(String)
  case rate(String)
  case drop(String)
}

extension RouteError: CustomStringConvertible {
  /// A sentence that says what to do.
  package var description: String {
    switch self {
    case .proxyEmpty: "There is no proxy: write it as http://host:port or socks5h://host:port."
    case .proxyScheme(let scheme):
      "Barewire knows no proxies of the kind “\(scheme)”: use http, https, socks4, socks4a, socks5 or socks5h."
    case .proxyHostMissing: "The proxy has no host: write it as http://host:port."
    case .proxyHostInvalid:
      "The proxy's host has a character that no host name has: write the name in ASCII, an IPv6 address in brackets."
    case .proxyAddressInvalid: "What stands in brackets is not an IPv6 address: write the proxy as http://[::1]:3128."
    case .proxyPortInvalid: "The proxy's port is not a number from 1 to 65535: write the proxy as http://host:port."
    case .proxyCredentialsUnescaped:
      "An “@” stands behind “/”, “?” or “#”: in the proxy's user and password write these as %2F, %3F and %23."
    case .proxyCredentialsInvalid:
      "The proxy's user or password has a control character in it, which cannot be sent: remove it."
    case .proxyUserColon:
      "The proxy's user has a colon in it, which Basic authentication cannot send: use another user."
    case .proxyCredentialsTooLong:
      "The proxy's user or password has more than 255 bytes, which SOCKS cannot send: use shorter ones."
    case .variable(let name, let error): "The environment variable \(name) cannot be used. \(error)"
    case .socketPathEmpty: "The socket has no path: write it as /run/app.sock, or as @name for an abstract one."
    case .socketPathTooLong(let count):
      "The socket's path has \(count) bytes, and the system takes at most \(UnixSocketPath.limit): use a shorter one."
    case .socketPathNUL: "The socket's path has a NUL byte in it, which no path may have: remove it."
    case .resolveEntry(let text):
      "“\(text)” gives no addresses: write HOST:PORT:ADDRESS, several addresses with commas, or -HOST:PORT."
    case .resolvePort(let text): "“\(text)” is not a port: write a number from 1 to 65535 between HOST and ADDRESS."
    case .resolveAddress(let text): "“\(text)” is not an IP address: write one such as 127.0.0.1 or [::1]."
    case .connectTo(let text):
      "“\(text)” does not say where to connect: write HOST1:PORT1:HOST2:PORT2; empty parts stand for any, or the same."
    case .connectToPort(let text): "“\(text)” is not a port: write a number from 1 to 65535, or nothing."
    case .noUsableAddress(let host, let usable):
      "Only \(usable.name) is to be used, and “\(host)” has no such address: allow the other kind, or change the address."
    case .binding: "There is no interface or address: write eth0, if!eth0, 192.0.2.1 or host!192.0.2.1."
    case .interfaceName(let text): "“\(text)” is no name of a network interface: it has 1 to 15 bytes, without “/”."
    case .sourceNotAddress(let text):
      "The name “\(text)” is not looked up for the connection's own end: give an address of it."
    case .localPorts(let text): "“\(text)” is no range of ports: write one port, or two as in 40000-40100."
    case .conditionEntry(let text):
      "“\(text)” is no setting of the line: write settings such as delay=200ms,down=1M,up=64k,drop=reset@10k."
    case .conditionName(let text):
      "The line has no setting “\(text)”: there are delay, up, down and drop, and delay and drop with -up or -down."
    case .conditionRepeated(let text): "“\(text)” is set twice: keep one."
    case .duration(let text): "“\(text)” is no delay of at most an hour: write 200ms or 2s, with jitter 200ms~50ms."
    case .rate(let text): "“\(text)” is no rate of at least one byte per second: write 65536, 64k, 1M or 1G."
    case .drop(let text):
      "“\(text)” does not say when to end the connection: write close@10k, reset@10k or reset@5%."
    }
  }
}
