import BenchmarkSupport
import Glibc

/// A terminal without a screen: the side that a person would sit at.
final class PseudoTerminal {
  /// TIOCSPTLCK and TIOCGPTN, which are macros; Swift's Glibc module has no posix_openpt and its kin.
  private static let lock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// What the program's end is called.
  let path: String
  /// What it shows.
  private(set) var screen: TerminalScreen
  /// Bytes that the program has written and that were read.
  private(set) var written = 0
  private let descriptor: Int32
  /// What the program wrote and nobody has looked for yet.
  private var unread: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  init(width: Int, height: Int) throws {
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    guard descriptor >= 0, ioctl(descriptor, Self.lock, &unlocked) == 0,
      ioctl(descriptor, Self.getNumber, &number) == 0
    else { throw MeasurementFailure.system("opening a terminal", errno) }
    path = "/dev/pts/\(number)"
    screen = TerminalScreen(width: width, height: height)
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0 else { throw MeasurementFailure.system("TIOCSWINSZ", errno) }
  }

  deinit {
    close(descriptor)
  }

  /// Types bytes.
  func type(_ bytes: [UInt8]) throws {
    guard bytes.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == bytes.count else {
      throw MeasurementFailure.system("writing to the terminal", errno)
    }
  }

  func type(_ text: String) throws {
    try type(Array(text.utf8))
  }

  /// Reads until the program has written all of `texts`, in any order; what was written before the call counts.
  func wait(for texts: [String], seconds: Double = 10) throws {
    let deadline = Moment.now
    var missing = texts.map { Array($0.utf8) }
    while true {
      missing.removeAll { unread.contains($0) }
      if missing.isEmpty { break }
      guard deadline.seconds < seconds else {
        throw MeasurementFailure("The program did not show \(texts) within \(seconds) s.")
      }
      try read(milliseconds: 100)
    }
    unread.removeAll(keepingCapacity: true)
  }

  /// Reads until the screen is as it should be, and gives the milliseconds that took.
  ///
  /// The screen is looked at when all that the program has written by then has come.
  @discardableResult
  func wait(
    for what: String, since began: Moment = .now, seconds: Double = 10, until isThere: (TerminalScreen) throws -> Bool
  ) throws -> Double {
    let waiting = Moment.now
    while try !isThere(screen) {
      if let unknown = screen.unknown { throw MeasurementFailure("The program writes \(unknown), which is unknown.") }
      guard waiting.seconds < seconds else {
        throw MeasurementFailure("The program did not show \(what) within \(seconds) s. The screen:\n\(screen.text)")
      }
      try read(milliseconds: 100)
    }
    unread.removeAll(keepingCapacity: true)
    return began.milliseconds
  }

  /// Takes what the program writes until it has written nothing for a while, or a second has passed.
  func settle(milliseconds: Double = 60) throws {
    let began = Moment.now
    var before = -1
    while before != written, began.seconds < 1 {
      before = written
      try drain(milliseconds: milliseconds)
    }
  }

  /// Takes what the program writes for a while, and forgets it.
  func drain(milliseconds: Double) throws {
    let began = Moment.now
    while began.milliseconds < milliseconds {
      try read(milliseconds: Int32(max(1, milliseconds - began.milliseconds)))
      unread.removeAll(keepingCapacity: true)
    }
  }

  /// Takes what the program writes until another descriptor can be read, or has ended.
  func drain(until other: Int32) throws {
    while true {
      var ready = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: other, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, 2, 60_000) > 0 else { throw MeasurementFailure("The program at the terminal does nothing.") }
      if ready[0].revents & Int16(POLLIN) != 0 { _ = Glibc.read(descriptor, &buffer, buffer.count) }
      if ready[1].revents != 0 { return }
      if ready[0].revents & Int16(POLLHUP) != 0 { usleep(1000) }
    }
  }

  /// Reads all there is, after waiting for it to begin.
  private func read(milliseconds: Int32) throws {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let count = poll(&ready, 1, milliseconds)
    if count < 0, errno != EINTR { throw MeasurementFailure.system("poll", errno) }
    guard count > 0 else { return }
    while true {
      let length = Glibc.read(descriptor, &buffer, buffer.count)
      if length < 0, errno == EAGAIN { return }
      guard length > 0 else {
        throw MeasurementFailure("The program at the terminal ended. The screen:\n\(screen.text)")
      }
      written += length
      unread += buffer[..<length]
      screen.take(buffer[..<length])
    }
  }
}
