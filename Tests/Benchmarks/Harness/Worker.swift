import BenchmarkSupport
import Foundation
import Glibc

/// Work that is measured in a process of its own, so that its memory and CPU time are its own.
///
/// The process is this program again; it tells its figures by name on descriptor 3.
enum Worker {
  static let flag = "--worker"
  private static let resultDescriptor: Int32 = 3

  struct Answer {
    var figures: [String: Double]
    var usage: Child.Usage

    func callAsFunction(_ name: String) throws -> Double {
      guard let value = figures[name] else { throw MeasurementFailure("A worker did not tell \(name).") }
      return value
    }
  }

  /// Runs the work that the arguments name, in this process.
  static func run(_ arguments: [String]) async throws {
    guard let name = arguments.first else { throw MeasurementFailure("A worker needs a name.") }
    let rest = Array(arguments.dropFirst())
    let work: any Work
    switch name {
    case DownloadWork.name: work = try DownloadWork(rest)
    case BodyWork.name: work = try BodyWork(rest)
    case FrameWork.name: work = try FrameWork(rest)
    default: throw MeasurementFailure("There is no worker \(name).")
    }
    var figures = try await work.run()
    figures["peak"] = try PeakMemory.bytes()
    let text = figures.map { "\($0.key) \($0.value)\n" }.joined()
    guard Array(text.utf8).withUnsafeBytes({ write(resultDescriptor, $0.baseAddress, $0.count) }) > 0 else {
      throw MeasurementFailure.system("telling the figures", errno)
    }
  }

  /// Starts a process for some work and waits for its figures.
  static func measure(_ name: String, _ arguments: [String], in folder: TemporaryFolder) throws -> Answer {
    let (reading, writing) = try pipe()
    defer { close(reading) }
    let child = try Child(
      try Programs.own(), [flag, name] + arguments, environment: folder.environment,
      descriptors: [resultDescriptor: writing, STDERR_FILENO: STDERR_FILENO])
    close(writing)
    return try answer(reading, child, name)
  }

  /// The same at a terminal, whose other side is read until the end.
  static func measure(
    _ name: String, _ arguments: [String], in folder: TemporaryFolder, at terminal: PseudoTerminal
  ) throws -> Answer {
    let (reading, writing) = try pipe()
    defer { close(reading) }
    let child = try Child(
      try Programs.own(), [flag, name] + arguments, environment: folder.environment,
      descriptors: [resultDescriptor: writing], terminal: terminal.path)
    close(writing)
    try terminal.drain(until: reading)
    return try answer(reading, child, name)
  }

  private static func answer(_ reading: Int32, _ child: Child, _ name: String) throws -> Answer {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count > 0 { text += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    let usage = try child.wait()
    guard usage.status == 0 else { throw MeasurementFailure("The worker \(name) failed.") }
    var figures: [String: Double] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2 { figures[String(parts[0])] = Double(parts[1]) }
    }
    return Answer(figures: figures, usage: usage)
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw MeasurementFailure.system("pipe", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

/// What a worker does; gives figures by name.
protocol Work {
  static var name: String { get }
  init(_ arguments: [String]) throws
  func run() async throws -> [String: Double]
}
