/// What the beginning of a file says of the picture in it, without decoding it.
package struct PictureHeader: Sendable, Hashable {
  /// As many bytes as are worth looking at.
  package static let sampleSize = 64 << 10

  package let format: PictureFormat
  /// Nil where it is not in the bytes that were given.
  package let size: Picture.Size?

  /// Reads the first bytes of a file; nil where they are no picture's that can be shown.
  package init?(_ bytes: [UInt8]) {
    func number(at place: Int, _ count: Int, isBigEndian: Bool) -> Int? {
      guard place + count <= bytes.count else { return nil }
      let digits = bytes[place..<place + count]
      return (isBigEndian ? Array(digits) : digits.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    var (width, height): (Int?, Int?)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      format = .png
      width = number(at: 16, 4, isBigEndian: true)
      height = number(at: 20, 4, isBigEndian: true)
    } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      format = .gif
      width = number(at: 6, 2, isBigEndian: false)
      height = number(at: 8, 2, isBigEndian: false)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      format = .jpeg
      // Segments follow each other up to the one that begins a frame (ITU-T T.81 §B.1.1).
      var place = 2
      while let length = number(at: place + 2, 2, isBigEndian: true), bytes[place] == 0xFF, length >= 2 {
        let marker = bytes[place + 1]
        if (0xC0...0xCF).contains(marker), marker != 0xC4, marker != 0xC8, marker != 0xCC {
          height = number(at: place + 5, 2, isBigEndian: true)
          width = number(at: place + 7, 2, isBigEndian: true)
          break
        }
        place += 2 + length
      }
    } else {
      return nil
    }
    size = width.flatMap { width in height.map { Picture.Size(width: width, height: $0) } }
  }
}
