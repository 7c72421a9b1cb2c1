import Foundation
import Glibc

/// Work that is measured in a process of its own, so that its memory and CPU time are its own.
///
/// The process is this program again; it tells its figures by name on descriptor 3.
package enum Worker {
  static let flag = "--worker"
  private static let resultDescriptor: Int32 = 3

  package struct Answer {
    package var figures: [String: Double]
    package var usage: Child.Usage

    package func callAsFunction(_ name: String) throws -> Double {
      guard let value = figures[name] else { throw MeasurementFailure("A worker did not tell \(name).") }
      return value
    }
  }

  /// Runs the work that the arguments name, in this process.
  static func run(_ arguments: [String], of works: [any Work.Type]) async throws {
    guard let name = arguments.first, let work = works.first(where: { $0.name == name }) else {
      throw MeasurementFailure("There is no such worker.")
    }
    var figures = try await work.init(Array(arguments.dropFirst())).run()
    figures["peak"] = try PeakMemory.bytes()
    let text = figures.map { "\($0.key) \($0.value)\n" }.joined()
    guard Array(text.utf8).withUnsafeBytes({ write(resultDescriptor, $0.baseAddress, $0.count) }) > 0 else {
      throw MeasurementFailure.system("telling the figures", errno)
    }
  }

  /// Starts a process for some work and waits for its figures.
  ///
  /// It lives in `folder`, and at a terminal where it is given the path of one. When it has begun, `attend` gets the
  /// descriptor that its figures come from.
  package static func measure(
    _ name: String, _ arguments: [String], in folder: TemporaryFolder, terminal: String? = nil,
    attend: (_ figures: Int32) throws -> Void = { _ in }
  ) throws -> Answer {
    let pipe = try Pipe()
    var descriptors = [resultDescriptor: pipe.writing]
    if terminal == nil { descriptors[STDERR_FILENO] = STDERR_FILENO }
    let child = try Child(
      try Programs.own(), [flag, name] + arguments, environment: folder.environment, descriptors: descriptors,
      terminal: terminal)
    let (text, usage) = try pipe.read(from: child, attend)
    guard usage.status == 0 else { throw MeasurementFailure("The worker \(name) failed.") }
    var figures: [String: Double] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2 { figures[String(parts[0])] = Double(parts[1]) }
    }
    return Answer(figures: figures, usage: usage)
  }
}

/// What a worker does; gives figures by name.
package protocol Work {
  static var name: String { get }
  init(_ arguments: [String]) throws
  func run() async throws -> [String: Double]
}
