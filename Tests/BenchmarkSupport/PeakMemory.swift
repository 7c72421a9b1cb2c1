/// The highest resident set of a process (VmHWM), bytes.
package enum PeakMemory {
  package static func bytes(of process: String = "self") throws -> Double {
    try ProcessFile.value("VmHWM", in: "\(process)/status") * 1024
  }
}
