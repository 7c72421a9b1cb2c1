extension Calibration {
  package static func rows() -> [Report.Row] {
    [
      Report.Row(
        what: "machine: a fixed spin (100 million steps of xorshift)", barewire: Text.milliseconds(spinMilliseconds()),
        beside: "\(cores) cores, load \(Text.number(load, digits: 2))"),
      Report.Row(what: "machine: copying 64 MiB", barewire: "\(Text.number(copyRate())) GB/s"),
    ]
  }
}
