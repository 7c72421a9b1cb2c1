import Foundation

/// Names a process beyond the reuse of its number: number, start time and boot.
struct ProcessIdentity: Sendable, Hashable {
  var number: Int32
  /// Clock ticks from the boot to the process's start.
  var start: UInt64
  /// Names the boot; empty where the system does not tell.
  var boot: String

  static func current() -> ProcessIdentity { of(getpid()) }

  /// The process that has the number now.
  static func of(_ number: Int32) -> ProcessIdentity {
    ProcessIdentity(number: number, start: start(of: number) ?? 0, boot: currentBoot())
  }

  /// Whether the process still runs; one that has ended and that its parent has not taken note of does not.
  var isAlive: Bool {
    if !boot.isEmpty, boot != Self.currentBoot() { return false }
    if start == 0 { return kill(number, 0) == 0 || errno == EPERM }
    return Self.start(of: number) == start
  }

  /// Field 22 of /proc/PID/stat (proc_pid_stat(5)), counted from behind the name, which may hold anything; none where the
  /// third field, its state, says that it has ended.
  private static func start(of number: Int32) -> UInt64? {
    guard let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .isoLatin1),
      let end = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[end...].split(separator: " ")
    return fields.count > 20 && fields[1] != "Z" && fields[1] != "X" ? UInt64(fields[20]) : nil
  }

  private static func currentBoot() -> String {
    let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }
}
