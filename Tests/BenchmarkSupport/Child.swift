package import Glibc

/// A program that was started, with what it used of the machine.
///
/// Not Foundation's Process, which tells neither a child's CPU time nor lets it have a terminal of its own.
package struct Child {
  package struct Usage {
    package var milliseconds: Double
    /// User and system time together.
    package var cpuMilliseconds: Double
    /// Exit status; nil after a signal.
    package var status: Int32?
  }

  /// POSIX_SPAWN_SETSID, which Glibc has and its Swift module has not.
  private static let newSession: Int32 = 0x80

  package let pid: pid_t
  private let began: Moment

  /// Starts `path` with descriptors that become its 0, 1, 2 …; a terminal given by path becomes its own.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String], descriptors: [Int32: Int32] = [:],
    terminal: String? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for number: Int32 in 0...2 {
      if descriptors[number] != nil { continue }
      posix_spawn_file_actions_addopen(&actions, number, terminal ?? "/dev/null", O_RDWR, 0)
    }
    for (number, descriptor) in descriptors { posix_spawn_file_actions_adddup2(&actions, descriptor, number) }
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (terminal == nil ? 0 : Self.newSession)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var started: pid_t = 0
    began = .now
    let failure = posix_spawnp(&started, path, &actions, &attributes, argv, envp)
    guard failure == 0 else {
      throw MeasurementFailure("\(path) could not be started (errno \(failure)): is it installed?")
    }
    pid = started
  }

  /// What a program writes to its standard output, and what it used of the machine; it must end well.
  package static func output(
    of path: String, _ arguments: [String], environment: [String: String]
  ) throws -> (text: String, usage: Usage) {
    let pipe = try Pipe()
    let child = try Child(path, arguments, environment: environment, descriptors: [STDOUT_FILENO: pipe.writing])
    let (text, usage) = try pipe.read(from: child)
    guard usage.status == 0 else { throw MeasurementFailure("\(path) failed.") }
    return (text, usage)
  }

  /// What a program used of the machine, whose output nobody reads; it must end with `status`.
  package static func run(
    _ path: String, _ arguments: [String], environment: [String: String], status: Int32 = 0
  ) throws -> Usage {
    let usage = try Child(path, arguments, environment: environment).wait()
    guard usage.status == status else { throw MeasurementFailure("\(path) failed.") }
    return usage
  }

  /// Milliseconds since it was started.
  package var age: Double { began.milliseconds }

  /// Ends it by a signal.
  package func end(_ signal: Int32 = SIGKILL) {
    kill(pid, signal)
  }

  /// Waits for its end.
  package func wait() throws -> Usage {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw MeasurementFailure.system("wait4", errno) }
    }
    return Usage(
      milliseconds: age, cpuMilliseconds: usage.cpuMilliseconds,
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil)
  }
}

extension rusage {
  /// User and system time together.
  fileprivate var cpuMilliseconds: Double { Self.milliseconds(ru_utime) + Self.milliseconds(ru_stime) }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
  }
}
