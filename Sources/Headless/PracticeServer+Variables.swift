package import PracticeServer
import TLSEngine
package import Workspaces

extension PracticeServer {
  /// The variables that name this server to requests.
  package var variables: [String: String] {
    ProvidedVariable.allCases.reduce(into: [:]) { variables, variable in
      variables[variable.rawValue] = value(of: variable)
    }
  }

  /// What a variable stands for; nothing for those of TLS where the server runs without it.
  package func value(of variable: ProvidedVariable) -> String? {
    if variable == .practice { return "127.0.0.1:\(port)" }
    if let port = variable.tlsPort { return tlsPorts[port].map { "localhost:\($0)" } }
    return files.flatMap { variable.text(in: $0) }
  }
}

extension ProvidedVariable {
  /// The port that the variable names, if it names one for TLS.
  var tlsPort: PracticeTLSPort? {
    switch self {
    case .practiceTLS: .good
    case .practiceTLSExpired: .certificate(.expired)
    case .practiceTLSNotYetValid: .certificate(.notYetValid)
    case .practiceTLSWrongName: .certificate(.wrongName)
    case .practiceTLSSelfSigned: .certificate(.selfSigned)
    case .practiceTLSUnknownAuthority: .certificate(.unknownAuthority)
    case .practiceTLSMissingIntermediate: .certificate(.missingIntermediate)
    case .practiceTLSWeakKey: .certificate(.weakKey)
    case .practiceTLSWeakSignature: .certificate(.weakSignature)
    case .practiceTLSWrongPurpose: .certificate(.wrongPurpose)
    case .practiceTLSClientCertificate: .clientCertificate
    case .practiceTLS12: .tls12
    case .practiceTLS11: .tls11
    default: nil
    }
  }

  fileprivate func text(in files: PracticeFiles) -> String? {
    switch self {
    case .practiceAuthority: files.authority
    case .practiceClientCertificate: files.clientCertificate
    case .practiceClientKey: files.clientKey
    case .practiceClientEncryptedKey: files.encryptedClientKey
    case .practiceClientPKCS12: files.clientPKCS12
    case .practicePassphrase: PracticeFiles.passphrase
    case .practiceStranger: files.strangerIdentity
    default: nil
    }
  }
}
