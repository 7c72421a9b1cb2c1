/// How a JPEG file is coded, from its marker segments (ITU-T T.81 Annex B), without decoding it.
enum JPEGFrame {
  /// Whether a decoder can work from one row of blocks to the next: one scan, with all components, of sequential
  /// Huffman codes.
  ///
  /// Of anything else libjpeg keeps the coefficients of the whole picture, however small it is wanted.
  static func isReadInRows(_ file: [UInt8]) -> Bool {
    var place = 2
    var components: UInt8?
    while place + 4 <= file.count, file[place] == 0xFF {
      let marker = file[place + 1]
      let length = Int(file[place + 2]) << 8 | Int(file[place + 3])
      guard length >= 2, place + 2 + length <= file.count else { return false }
      switch marker {
      // Baseline and extended sequential frames.
      case 0xC0, 0xC1: components = length >= 8 ? file[place + 9] : nil
      case 0xDA: return length >= 3 && components != nil && file[place + 4] == components
      case 0xC2...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: return false
      default: break
      }
      place += 2 + length
    }
    return false
  }
}
