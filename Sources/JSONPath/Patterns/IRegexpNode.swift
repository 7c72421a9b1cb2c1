/// The syntax of an I-Regexp (RFC 9485).
indirect enum IRegexpNode: Sendable {
  case set(IRegexpSet)
  case sequence([IRegexpNode])
  case choice([IRegexpNode])
  /// `most` is nil without a limit.
  case repeated(IRegexpNode, least: Int, most: Int?)
  case start
  case end
}

/// A set of characters: ranges and categories of Unicode, or all but them.
struct IRegexpSet: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  /// Categories by the first letter or both, and whether all others are meant.
  var categories: [(name: [UInt8], isComplement: Bool)] = []
  var isComplement = false

  /// A dot: all but the ends of lines (RFC 9485 §5.3).
  static let dot = IRegexpSet(ranges: [0x0A...0x0A, 0x0D...0x0D], isComplement: true)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isIn =
      ranges.contains { $0.contains(scalar.value) }
      || categories.contains { category in
        scalar.properties.generalCategory.code.starts(with: category.name) != category.isComplement
      }
    return isIn != isComplement
  }
}

extension Unicode.GeneralCategory {
  /// The two letters that Unicode and I-Regexp call it by.
  fileprivate var code: String.UTF8View {
    let code =
      switch self {
      case .uppercaseLetter: "Lu"
      case .lowercaseLetter: "Ll"
      case .titlecaseLetter: "Lt"
      case .modifierLetter: "Lm"
      case .otherLetter: "Lo"
      case .nonspacingMark: "Mn"
      case .spacingMark: "Mc"
      case .enclosingMark: "Me"
      case .decimalNumber: "Nd"
      case .letterNumber: "Nl"
      case .otherNumber: "No"
      case .connectorPunctuation: "Pc"
      case .dashPunctuation: "Pd"
      case .openPunctuation: "Ps"
      case .closePunctuation: "Pe"
      case .initialPunctuation: "Pi"
      case .finalPunctuation: "Pf"
      case .otherPunctuation: "Po"
      case .mathSymbol: "Sm"
      case .currencySymbol: "Sc"
      case .modifierSymbol: "Sk"
      case .otherSymbol: "So"
      case .spaceSeparator: "Zs"
      case .lineSeparator: "Zl"
      case .paragraphSeparator: "Zp"
      case .control: "Cc"
      case .format: "Cf"
      case .surrogate: "Cs"
      case .privateUse: "Co"
      case .unassigned: "Cn"
      @unknown default: "Cn"
      }
    return code.utf8
  }
}
