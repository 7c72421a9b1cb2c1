import ArgumentParser
import Headless
import Routes
import Workspaces

/// What is made worse on purpose.
struct LineOptions: ParsableArguments {
  @Option(
    name: .customLong("limit-rate"),
    help: ArgumentHelp("Let so many bytes per second pass, each way: 64k, 1M.", valueName: "rate"))
  var rate: String?

  @Option(
    help: ArgumentHelp(
      "Make the network worse at this end: delay=200ms~50ms,down=1M,up=64k,drop=reset@10k.", valueName: "settings"))
  var condition: String?

  func validate() throws {
    _ = try parsed("")
  }

  func apply(to order: inout SendOrder) throws {
    if rate == nil, condition == nil { return }
    order.request.options.networkCondition = "\(try parsed(order.request.options.networkCondition))"
  }

  /// These options, and what they do not say from the request.
  private func parsed(_ saved: String) throws -> NetworkCondition {
    do throws(RouteError) {
      var parsed = try NetworkCondition(condition ?? saved)
      guard let rate else { return parsed }
      let limit = try ByteRate(rate)
      parsed.up.rate = parsed.up.rate ?? limit
      parsed.down.rate = parsed.down.rate ?? limit
      return parsed
    } catch {
      throw ValidationError(error.description)
    }
  }
}
