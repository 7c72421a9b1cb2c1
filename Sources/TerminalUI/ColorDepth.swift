/// How many colours a terminal has, and the nearest of them to a colour.
package enum ColorDepth: Int, Sendable, Comparable, CaseIterable {
  case none, eight, sixteen, indexed, direct

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

  /// The depth of a terminal with so many colours.
  package init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case 256...32_768: self = .indexed
    default: self = .direct
    }
  }

  /// The nearest colour of this depth: never `rgb` below `direct`, never an index past the palette's end.
  package func nearest(to color: Color) -> Color {
    switch (self, color) {
    case (.none, _), (_, .terminalDefault): .terminalDefault
    case (.direct, _): color
    case (.indexed, .indexed): color
    case (.indexed, .rgb(let red, let green, let blue)): .indexed(Self.nearestInCube(red, green, blue))
    case (.sixteen, .indexed(0...15)): color
    case (.eight, .indexed(0...15)): .indexed(Self.index(color) & 7)
    case (.sixteen, _): .indexed(Self.nearestOfANSI(Self.components(color), count: 16))
    case (.eight, _): .indexed(Self.nearestOfANSI(Self.components(color), count: 16) & 7)
    }
  }

  private static func index(_ color: Color) -> UInt8 {
    if case .indexed(let index) = color { return index }
    return 0
  }

  /// xterm's values of the palette.
  private static let ansi: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
  private static let cubeSteps = [0, 95, 135, 175, 215, 255]

  static func components(_ color: Color) -> (Int, Int, Int) {
    switch color {
    case .terminalDefault: return (0, 0, 0)
    case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
    case .indexed(let index):
      let index = Int(index)
      if index < 16 { return ansi[index] }
      if index >= 232 { return (8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10) }
      let cube = index - 16
      return (cubeSteps[cube / 36], cubeSteps[cube / 6 % 6], cubeSteps[cube % 6])
    }
  }

  private static func distance(_ one: (Int, Int, Int), _ other: (Int, Int, Int)) -> Int {
    let (red, green, blue) = (one.0 - other.0, one.1 - other.1, one.2 - other.2)
    // The eye is most sensitive to green and least to blue.
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }

  private static func nearestOfANSI(_ color: (Int, Int, Int), count: Int) -> UInt8 {
    UInt8((0..<count).min { distance(ansi[$0], color) < distance(ansi[$1], color) } ?? 7)
  }

  /// The nearest of the 6×6×6 cube and the greys, whose values terminals agree about.
  private static func nearestInCube(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    let wanted = (Int(red), Int(green), Int(blue))
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    let (r, g, b) = (step(wanted.0), step(wanted.1), step(wanted.2))
    let grey = max(0, min(23, ((wanted.0 + wanted.1 + wanted.2) / 3 - 3) / 10))
    let greyDistance = distance((8 + grey * 10, 8 + grey * 10, 8 + grey * 10), wanted)
    let isGreyNearer = greyDistance < distance((cubeSteps[r], cubeSteps[g], cubeSteps[b]), wanted)
    return UInt8(isGreyNearer ? 232 + grey : 16 + 36 * r + 6 * g + b)
  }
}
