/// Why a text is no URL that a request can be sent to.
package enum RequestURLError: Error, Sendable, Hashable {
  case empty
  case unsupportedScheme(String)
  case missingHost
  case invalidPort(String)
  case forbiddenHostCharacter(Unicode.Scalar, host: String)
  case invalidIPv4(String)
  case invalidIPv6(String)
  case zoneIdentifier(String)
  case unclosedBracket(String)
  /// A name that IDNA (UTS 46) has no ASCII form for.
  case invalidName(String)
}

extension RequestURLError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty:
      "There is no URL: type one, such as http://127.0.0.1:8080/."
    case .unsupportedScheme(let scheme):
      "Barewire speaks http and https; the URL begins with “\(scheme):”."
    case .missingHost:
      "The URL names no host: write it as http://host/path."
    case .invalidPort(let port):
      "“\(port)” is not a port: it is a number from 0 to 65535."
    case .forbiddenHostCharacter(let scalar, let host):
      "The host “\(host)” has \(Self.name(of: scalar)) in it, which no host name may have."
    case .invalidIPv4(let host):
      "“\(host)” ends in a number and so must be an IPv4 address, such as 127.0.0.1; it is none."
    case .invalidIPv6(let host):
      "“[\(host)]” is not an IPv6 address, such as [::1]."
    case .zoneIdentifier(let host):
      "“[\(host)]” has a zone (after %), which a URL cannot carry: give the address without it."
    case .unclosedBracket(let host):
      "The IPv6 address in “\(host)” has no closing bracket."
    case .invalidName(let host):
      "“\(host)” is not a valid internationalised name."
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x20: "a space"
    case 0x21...0x7E: "“\(scalar)”"
    default: "the character U+" + hexadecimal(scalar.value)
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
