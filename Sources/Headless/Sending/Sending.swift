import Connections
import Exchanges
import HTTPMessages
import Recordings
import Workspaces

/// What `barewire send` does: carries an order out and writes what comes of it.
package struct Sending: Sendable {
  let order: SendOrder
  /// Sentences for the person at the terminal.
  let tell: @Sendable (String) -> Void

  /// The sending of an order; `tell` takes sentences about it, by default for standard error.
  package init(
    _ order: SendOrder, tell: @escaping @Sendable (String) -> Void = { StandardError.write("barewire: \($0)") }
  ) {
    self.order = order
    self.tell = tell
  }

  /// Sends the request, follows redirects where that was asked for, and writes to `output` meanwhile.
  ///
  /// Cancelling the task ends the exchange at once; what came until then is told as usual. Throws for a request that
  /// cannot be sent, and for an output that cannot be written.
  package func run(to output: inout Output) async throws -> CommandStatus {
    switch order.display {
    case .content:
      var printer = ContentPrinter(
        includesHeads: order.includesHeads, decodes: order.decodesContent ?? output.isTerminal,
        isPassedOver: isFollowed)
      return try await run(&printer, to: &output)
    case .wire:
      var printer = WirePrinter()
      return try await run(&printer, to: &output)
    case .json:
      var printer = ExchangeJSON()
      return try await run(&printer, to: &output)
    }
  }

  private func run(_ printer: inout some ExchangePrinter, to output: inout Output) async throws -> CommandStatus {
    let preparation = RequestPreparation(
      environment: order.environment, baseDirectory: order.baseDirectory, routes: order.routes,
      overrides: order.overrides, exceptions: order.exceptions)
    let service = ConnectionService(configuration: order.serviceConfiguration)
    let result: Result<CommandStatus, any Error>
    do {
      result = .success(try await send(&printer, preparation, service, to: &output))
    } catch {
      result = .failure(error)
    }
    await service.shutDown()
    await preparation.stop()
    return try result.get()
  }

  private func send(
    _ printer: inout some ExchangePrinter, _ preparation: RequestPreparation, _ service: ConnectionService,
    to output: inout Output
  ) async throws -> CommandStatus {
    var request = order.request
    if order.display == .content, !(order.decodesContent ?? output.isTerminal) {
      // Who wants the exact bytes wants to read them too: no coding is asked for, but by a field of the request's own.
      request.droppedAutomaticFields.insert("accept-encoding")
    }
    let relay = PulseRelay()
    let watching = Task { for await _ in service.changes { await relay.pulse() } }
    defer { watching.cancel() }
    var number: UInt64 = 0
    var chain = RedirectChain()
    var challenges: [String] = []
    while true {
      number += 1
      var (outgoing, notes) = try await preparation.prepare(request, answering: challenges)
      notes.forEach(tell)
      if number > 1 { outgoing.redirectedFrom = ExchangeID(number - 1) }
      printer.begin(request)
      let (summary, next) = try await exchange(
        outgoing, as: ExchangeID(number), &printer, service, relay, to: &output
      ) { [chain, request] summary in await step(after: summary, of: request, chain, preparation) }
      switch next {
      case .follow(let redirect):
        // What was printed stays, even where the way ends here.
        try output.flush()
        redirect.notes.map(\.description).forEach(tell)
        chain = chain.following(redirect, from: request.method)
        request = redirect.request
        challenges = []
        continue
      case .answer:
        challenges = summary.challenges
        continue
      case .stop(let sentence):
        try output.finish()
        tell(sentence)
        return .noAnswer
      case .end(let sentence): sentence.map(tell)
      }
      try output.finish()
      return status(of: summary, problems: printer.problems)
    }
  }

  /// What comes after an exchange.
  private enum Step {
    case follow(Redirect)
    /// The same request once more, with an answer to the challenge.
    case answer
    /// The way ends before its goal, because of what the sentence says.
    case stop(String)
    /// The answer is the last one; a sentence may say what it could have led to.
    case end(String?)
  }

  private func step(
    after summary: ExchangeSummary, of request: SavedRequest, _ chain: RedirectChain, _ preparation: RequestPreparation
  ) async -> Step {
    if summary.outcome == .complete, Self.isAnswered(summary, of: request) { return .answer }
    guard summary.outcome == .complete, let location = summary.location else { return .end(nil) }
    switch policy.decision(status: summary.statusCode, location: location, after: chain) {
    case .stay: return .end(nil)
    case .ask: return .end("The answer leads to \(location): send with --follow to go there.")
    case .nowhere(let sentence): return .end(sentence)
    case .stop(let sentence): return .stop("\(sentence) --max-redirs allows more.")
    case .follow:
      do throws(ComposeError) {
        return .follow(
          try await preparation.redirect(after: request, location: location, status: summary.statusCode ?? 302))
      } catch {
        return .stop("The redirect to \(location) cannot be followed: \(error.description)")
      }
    }
  }

  /// Carries one exchange to its end while the printer follows it.
  private func exchange(
    _ request: OutgoingRequest, as id: ExchangeID, _ printer: inout some ExchangePrinter,
    _ service: ConnectionService, _ relay: PulseRelay, to output: inout Output,
    next: (ExchangeSummary) async -> Step
  ) async throws -> (ExchangeSummary, Step) {
    var progress = ProgressLine(isWanted: order.display == .content)
    let pulses = await relay.pulses()
    let carrying = Task {
      let summary = await service.perform(request, as: id)
      await relay.finish()
      return summary
    }
    defer {
      carrying.cancel()
      progress.clear()
    }
    return try await withTaskCancellationHandler {
      for await _ in pulses {
        guard let recording = await service.recording(of: id) else { continue }
        let hasContent = recording.summary.contentBytes > 0
        // On one terminal there is room for the line or for the content.
        if output.isTerminal, hasContent { progress.clear() } else { progress.show(recording.summary) }
        try await printer.update(recording, to: &output)
      }
      var summary = await carrying.value
      progress.clear()
      let recording = await service.recording(of: id)
      let step = await next(summary)
      let goesOn =
        switch step {
        case .follow, .answer: true
        case .stop, .end: false
        }
      try await printer.end(summary, recording, goesOn: goesOn, to: &output)
      let start = recording?.receivedRange.lowerBound ?? 0
      summary.diagnostics = summary.diagnostics.map { $0.counted(from: start) }
      return (summary, step)
    } onCancel: {
      carrying.cancel()
    }
  }

  private var policy: RedirectPolicy {
    var policy = RedirectPolicy(order.request.options)
    if order.followsRedirects { policy.mode = .follow }
    return policy
  }

  private var isFollowed: @Sendable (ExchangeSummary, SavedRequest) -> Bool {
    let policy = policy
    return { summary, request in
      Self.isAnswered(summary, of: request)
        || policy.mode == .follow && summary.location?.isEmpty == false
          && summary.statusCode.map(RedirectPolicy.isRedirect) == true
    }
  }

  /// Whether the request is sent once more, to answer the challenge.
  private static func isAnswered(_ summary: ExchangeSummary, of request: SavedRequest) -> Bool {
    !summary.answersChallenge && request.isAnswering(summary.challenges, status: summary.statusCode)
  }

  private func status(of summary: ExchangeSummary, problems: [String]) -> CommandStatus {
    problems.forEach(tell)
    switch summary.outcome {
    case .complete:
      tellFindings(of: summary)
      return problems.isEmpty ? .success : .malformed
    case .malformed:
      tellFindings(of: summary)
      if case .closed(let reason)? = summary.connection?.state, reason == .reset {
        tell("The connection was \(reason.description).")
      }
      return .malformed
    case .failed(let failure):
      tellFindings(of: summary)
      tell(failure.message)
      if let leaf = summary.refusedCertificate {
        tell(
          "To go on all the same: --accept-certificate \(leaf.sha256Fingerprint) accepts exactly this certificate, "
            + "--insecure any.")
      }
      return summary.hasMalformedAnswer ? .malformed : .noAnswer
    case .cancelled:
      tell("Cancelled.")
      return .interrupted
    case .running: return .noAnswer
    }
  }

  private func tellFindings(of summary: ExchangeSummary) {
    let findings = summary.diagnostics.filter { $0.severity >= .warning }
    for finding in findings.prefix(20) { tell(DiagnosticWords.sentence(finding, in: "response")) }
    if findings.count > 20 { tell("… and \(findings.count - 20) more.") }
    if findings.isEmpty, summary.outcome == .malformed {
      tell("The answer is malformed: look at it with --wire.")
    }
  }
}
