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

  /// The request as the connection service takes it, and the compressed file that must live until it is sent; reads the
  /// size of a body's file, and all of one that is to be compressed.
  @concurrent
  func outgoing(_ source: RequestSource) async -> Result<(request: OutgoingRequest, file: CodedBodyFile?), Sentence> {
    switch await prepared(source) {
    case .failure(let sentence): return .failure(sentence)
    case .success(let prepared):
      do throws(CodedBodyFileError) {
        let coded = try CodedBodyFile.coding(prepared)
        return .success((await outgoing(coded.request), coded.file))
      } catch {
        return .failure(Sentence(error.description))
      }
    }
  }

  /// The same for a connection that nothing is sent on yet: a file stays as it is.
  @concurrent
  func connecting(_ source: RequestSource) async -> Result<OutgoingRequest, Sentence> {
    switch await prepared(source) {
    case .failure(let sentence): .failure(sentence)
    case .success(let prepared): .success(await outgoing(prepared))
    }
  }

  private func prepared(_ source: RequestSource) async -> Result<PreparedRequest, Sentence> {
    do throws(ComposeError) {
      return .success(try await composer(for: source).prepare(source.request))
    } catch {
      return .failure(Sentence(error.description))
    }
  }

  private func outgoing(_ prepared: PreparedRequest) async -> OutgoingRequest {
    let anchor = try? await practice.value.certificatePEM
    return OutgoingRequest(prepared, trustAnchorsPEM: anchor.map { [$0] } ?? [])
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
