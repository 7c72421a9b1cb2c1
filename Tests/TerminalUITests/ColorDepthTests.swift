import TerminalUI
import Testing

struct ColorDepthTests {
  @Test(
    "a colour becomes the nearest that the terminal has",
    arguments: [
      (ColorDepth.indexed, Color.rgb(255, 0, 0), Color.indexed(196)), (.indexed, .rgb(128, 128, 128), .indexed(244)),
      (.indexed, .rgb(0, 0, 0), .indexed(16)), (.indexed, .rgb(95, 135, 255), .indexed(69)),
      (.indexed, .indexed(3), .indexed(3)),
      (.sixteen, .rgb(250, 10, 10), .indexed(9)), (.sixteen, .indexed(196), .indexed(9)),
      (.sixteen, .indexed(12), .indexed(12)),
      (.sixteen, .indexed(240), .indexed(8)), (.eight, .indexed(12), .indexed(4)),
      (.eight, .rgb(250, 250, 250), .indexed(7)),
      (.none, .rgb(1, 2, 3), .terminalDefault), (.direct, .rgb(1, 2, 3), .rgb(1, 2, 3)),
      (.eight, .terminalDefault, .terminalDefault),
    ])
  func nearest(depth: ColorDepth, color: Color, result: Color) {
    #expect(depth.nearest(to: color) == result)
  }

  @Test("every colour of the cube and the greys is nearest to itself, and fits every smaller terminal")
  func palette() {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    for index in UInt8(16)...231 {
      let cube = Int(index) - 16
      let color = Color.rgb(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
      #expect(ColorDepth.indexed.nearest(to: color) == .indexed(index))
    }
    for index in UInt8.min...UInt8.max {
      #expect((0...7).map(Color.indexed).contains(ColorDepth.eight.nearest(to: .indexed(index))), "\(index)")
      #expect((0...15).map(Color.indexed).contains(ColorDepth.sixteen.nearest(to: .indexed(index))), "\(index)")
    }
  }
}
