import Connections
import Exchanges
import Foundation
import Headless
import PracticeServer
import Routes
import TextRopes
import Workbench
import Workspaces

/// Turns the workbench's requests into bytes: with the environment's variables and those that Barewire provides.
struct Composing: Sendable {
  /// Names the practice server to requests, once it has started; it fails where it could not.
  let practice: Task<PracticeServer, any Error>
  /// As the program was started.
  let routes: RouteChoice
  /// Certificates that the user has accepted for good.
  let exceptions: CertificateExceptions

  func composer(for source: RequestSource) async -> RequestComposer {
    let environment = VariableEnvironment(name: "", variables: source.variables)
    let provided = try? await practice.value.variables
    return RequestComposer(
      scope: VariableScope(environment: environment, provided: provided ?? [:]),
      baseDirectory: source.workspacePath.map { URL(filePath: $0).deletingLastPathComponent().path() },
      userAgent: BarewireVersion.userAgent)
  }

  /// The bytes that a request makes, or the sentence that says why it makes none, and the fields that Barewire adds.
  @concurrent
  func preview(_ source: RequestSource) async -> (RequestPreview, automaticFields: [AutomaticField]) {
    let composer = await composer(for: source)
    return (preview(source, by: composer), composer.automaticFields(for: source.request))
  }

  private func preview(_ source: RequestSource, by composer: RequestComposer) -> RequestPreview {
    switch routed(source, by: composer) {
    case .success(let routed):
      let bytes = source.request.raw ?? TextRope(routed.prepared.bytes)
      return RequestPreview(
        bytes, missingBytes: routed.prepared.byteCount - bytes.count, proxyFields: routed.proxyFields)
    case .failure(let sentence): return RequestPreview(problem: sentence.text)
    }
  }

  /// The request as the connection service takes it, and the compressed file that must live until it is sent; reads the
  /// size of a body's file, and all of one that is to be compressed.
  @concurrent
  func outgoing(_ source: RequestSource) async -> Result<(request: OutgoingRequest, file: CodedBodyFile?), Sentence> {
    switch routed(source, by: await composer(for: source)) {
    case .failure(let sentence): return .failure(sentence)
    case .success(var routed):
      do throws(CodedBodyFileError) {
        let file = try routed.codeFile()
        return await outgoing(routed).map { ($0, file) }
      } catch {
        return .failure(Sentence(error.description))
      }
    }
  }

  /// The same for a connection that nothing is sent on yet: a file stays as it is.
  @concurrent
  func connecting(_ source: RequestSource) async -> Result<OutgoingRequest, Sentence> {
    switch routed(source, by: await composer(for: source)) {
    case .failure(let sentence): .failure(sentence)
    case .success(let routed): await outgoing(routed)
    }
  }

  private func routed(_ source: RequestSource, by composer: RequestComposer) -> Result<RoutedRequest, Sentence> {
    let prepared: PreparedRequest
    do throws(ComposeError) {
      prepared = try composer.prepare(source.request, answering: source.challenges)
    } catch {
      return .failure(Sentence(error.description))
    }
    do throws(RouteError) {
      return .success(try RoutedRequest(prepared, by: routes))
    } catch {
      return .failure(Sentence(error.description))
    }
  }

  private func outgoing(_ routed: RoutedRequest) async -> Result<OutgoingRequest, Sentence> {
    let anchor = try? await practice.value.certificatePEM
    do throws(TLSFileError) {
      var request = try OutgoingRequest(routed, trustAnchorsPEM: anchor.map { [$0] } ?? [])
      await request.accept(exceptions)
      return .success(request)
    } catch {
      return .failure(Sentence(error.description))
    }
  }

  /// JSON of any size with other white space.
  @concurrent
  func layOut(_ text: TextRope, isMinified: Bool) async -> Result<TextRope, JSONLayoutError> {
    do throws(JSONLayoutError) {
      return .success(isMinified ? try JSONLayout.minified(text) : try JSONLayout.formatted(text))
    } catch {
      return .failure(error)
    }
  }

  func curl(_ source: RequestSource) async throws(Sentence) -> CurlCommand.Text {
    do throws(ComposeError) {
      return CurlCommand.command(for: try await composer(for: source).prepare(source.request))
    } catch {
      throw Sentence(error.description)
    }
  }

  /// The request that a redirect leads to.
  func redirect(after source: RequestSource, location: String, status: Int) async -> Result<Redirect, Sentence> {
    let url: RequestURL
    do throws(ComposeError) {
      url = try await composer(for: source).url(of: source.request)
    } catch {
      return .failure(Sentence("The redirect cannot be followed: \(error.description)"))
    }
    do throws(RequestURLError) {
      return .success(try Redirect(after: source.request, at: url, location: location, status: status))
    } catch {
      return .failure(Sentence("The redirect cannot be followed: \(error.description)"))
    }
  }
}
