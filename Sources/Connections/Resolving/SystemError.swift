import Exchanges
import Glibc
import NIOCore
import Recordings
import Routes

/// The system's errors in words.
enum SystemError {
  /// The system's own words for an error number.
  static func words(for errno: Int32) -> String {
    SystemWords.text(for: errno).lowercased()
  }

  /// The error number in an error of NIO's, if there is one.
  static func number(in error: any Error) -> Int32? {
    (error as? IOError)?.errnoCode
  }

  /// Why a connect attempt failed, in a few words: they stand behind the address.
  static func attemptReason(
    _ error: any Error, at address: NetworkAddress, from binding: LocalBinding? = nil
  ) -> String {
    if case .socket = address, let reason = socketReason(error) { return reason }
    if let binding, let reason = bindReason(error, binding) { return reason }
    guard let number = number(in: error) else {
      return error is ChannelError ? "no answer" : "\(type(of: error))"
    }
    return switch number {
    case ECONNREFUSED: "connection refused"
    case ETIMEDOUT: "no answer"
    case ENETUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT: "no route to this kind of address from here"
    case EHOSTUNREACH: "no route to the host"
    case EACCES, EPERM: "not permitted by this system's firewall"
    case EMFILE, ENFILE: "too many open connections: close some"
    default: words(for: number)
    }
  }

  private static func socketReason(_ error: any Error) -> String? {
    if error is SocketAddressError { return "the path is longer than a socket's may be" }
    return switch number(in: error) {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "not permitted by the file's mode"
    case ECONNREFUSED: "nothing listens there"
    case ENOTSOCK, EPROTOTYPE: "it is another kind of socket"
    default: nil
    }
  }

  private static func bindReason(_ error: any Error, _ binding: LocalBinding) -> String? {
    let number = number(in: error)
    if binding.ports != nil, number == EADDRINUSE { return "\(binding.words): in use here, give other local ports" }
    if binding.ports != nil, number == EACCES { return "\(binding.words): this system keeps it for its administrator" }
    guard let source = binding.source?.words else { return nil }
    return switch number {
    case EADDRNOTAVAIL: "this machine has no address \(source)"
    case ENODEV: "this machine has no interface \(source)"
    case EPERM: "this system lets only its administrator bind to an interface"
    default: nil
    }
  }

  /// How a connection ended by an error, as a sentence.
  static func connectionReason(_ error: any Error) -> String {
    guard let number = number(in: error) else { return "The connection broke (\(type(of: error)))." }
    return switch number {
    case ETIMEDOUT: "The server's side stopped answering, and the system gave the connection up."
    case EHOSTUNREACH, ENETUNREACH, ENETDOWN: "The network to the server went away: check the network connection."
    default: "The connection broke: \(words(for: number))."
    }
  }

  /// Whether the peer ended the connection by force.
  static func isReset(_ error: any Error) -> Bool {
    number(in: error) == ECONNRESET || number(in: error) == EPIPE
  }
}
