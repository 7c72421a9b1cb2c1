import Connections
import Foundation
import Headless
import PracticeServer
import Workbench
import Workspaces

/// Turns the workbench's requests into bytes: with the environment's variables and those that Barewire provides.
struct Composing: Sendable {
  /// Names the practice server to requests, once it has started; it fails where it could not.
  let practice: Task<PracticeServer, any Error>

  func composer(for source: RequestSource) async -> RequestComposer {
    let environment = VariableEnvironment(name: "", variables: source.variables)
    let provided = try? await practice.value.variables
    return RequestComposer(
      scope: VariableScope(environment: environment, provided: provided ?? [:]),
      baseDirectory: source.workspacePath.map { URL(filePath: $0).deletingLastPathComponent().path() },
      userAgent: BarewireVersion.userAgent)
  }

  /// The bytes that a request makes, or the sentence that says why it makes none.
  func preview(_ source: RequestSource, by composer: RequestComposer) -> RequestPreview {
    do throws(ComposeError) {
      let prepared = try composer.prepare(source.request)
      let bytes = prepared.bytes
      return RequestPreview(bytes: bytes, missingBytes: prepared.byteCount - bytes.count)
    } catch {
      return RequestPreview(problem: error.description)
    }
  }

  /// The request as the connection service takes it; reads the size of a body's file.
  @concurrent
  func outgoing(_ source: RequestSource) async -> Result<OutgoingRequest, Sentence> {
    do throws(ComposeError) {
      let prepared = try await composer(for: source).prepare(source.request)
      let anchor = try? await practice.value.certificatePEM
      return .success(OutgoingRequest(prepared, trustAnchorsPEM: anchor.map { [$0] } ?? []))
    } catch {
      return .failure(Sentence(error.description))
    }
  }

  func curl(_ source: RequestSource) async throws(Sentence) -> String {
    do throws(ComposeError) {
      return CurlCommand.command(for: try await composer(for: source).prepare(source.request))
    } catch {
      throw Sentence(error.description)
    }
  }

  /// The request that a redirect leads to.
  func redirect(after source: RequestSource, location: String, status: Int) async -> Result<SavedRequest, Sentence> {
    let url: RequestURL
    do throws(ComposeError) {
      url = try await composer(for: source).url(of: source.request)
    } catch {
      return .failure(Sentence("The redirect cannot be followed: \(error.description)"))
    }
    do throws(RequestURLError) {
      return .success(
        try Redirect.request(after: source.request, at: url, location: location, status: status))
    } catch {
      return .failure(Sentence("The redirect cannot be followed: \(error.description)"))
    }
  }
}
