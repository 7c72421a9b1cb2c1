import CImages
import Foundation
import Testing

@testable import Pictures

/// Pictures as terminals take them, read back as a terminal reads them.
@Suite("Pictures on terminals") struct TerminalPictureTests {
  private static let cell = Picture.Size(width: 10, height: 20)

  private func sequence(_ format: PictureFormat, _ medium: PictureMedium) throws -> (PictureSequence, Picture) {
    let file = try #require(TestCard(width: 200, height: 120).encoded(as: format))
    let room = medium.room(columns: 15, rows: 6)
    guard
      case .sequence(let sequence, format, Picture.Size(width: 200, height: 120)) =
        try RenderedPicture(decoding: file, fitting: room, for: medium)
    else { throw CocoaError(.featureUnsupported) }
    return (sequence, try Picture(decoding: file, fitting: room))
  }

  @Test("kitty gets every pixel in pieces of at most 4096 letters", arguments: [PictureFormat.png, .jpeg])
  func kitty(_ format: PictureFormat) throws {
    let (sequence, picture) = try sequence(format, .kitty(cell: Self.cell))
    #expect(sequence.columns == 15 && sequence.rows == 5)
    let pieces = String(decoding: sequence.bytes, as: UTF8.self).split(separator: "\u{1B}\\")
    var text = ""
    for (index, piece) in pieces.enumerated() {
      let parts = piece.split(separator: ";", maxSplits: 1)
      #expect(parts[0].hasPrefix("\u{1B}_G") && parts[1].utf8.count <= 4096)
      #expect(parts[0].hasSuffix("m=\(index == pieces.count - 1 ? 0 : 1)"))
      text += parts[1]
    }
    let size = format == .png ? 4 : 3
    #expect(pieces[0].contains("f=\(size * 8),s=\(picture.width),v=\(picture.height),"))
    let pixels = [UInt8](try #require(Data(base64Encoded: text)))
    #expect(pixels.count == picture.width * picture.height * size)
    for (x, y) in [(0, 0), (picture.width - 1, 0), (70, 40), (picture.width - 1, picture.height - 1)] {
      let pixel = picture[x: x, y: y]
      let place = (y * picture.width + x) * size
      #expect(Array(pixels[place..<place + 3]) == [pixel.red, pixel.green, pixel.blue])
      if size == 4 { #expect(pixels[place + 3] == pixel.opacity) }
    }
    #expect(String(decoding: sequence.removal, as: UTF8.self).contains("a=d,d=I,"))
  }

  @Test("sixels have the picture's size and colours, and leave out what is clear", arguments: [256, 16])
  func sixel(colors: Int) throws {
    let (sequence, picture) = try sequence(.png, .sixel(cell: Self.cell, colors: colors))
    #expect(picture.height.isMultiple(of: 6) || picture.height < 120)
    #expect(sequence.removal.isEmpty)
    let text = String(decoding: sequence.bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}P") && text.hasSuffix("\u{1B}\\"))
    #expect(text.contains("\"1;1;\(picture.width);\(picture.height)"))
    #expect(Set(text.matches(of: /#(\d+);2;/).map(\.1)).count <= colors)
    var bytes = sequence.bytes
    var (decoded, palette): (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?)
    var (width, height, count): (Int32, Int32, Int32) = (0, 0, 0)
    #expect(sixel_decode_raw(&bytes, Int32(bytes.count), &decoded, &width, &height, &palette, &count, nil) == SIXEL_OK)
    defer {
      free(decoded)
      free(palette)
    }
    #expect(Int(width) == picture.width && Int(height) >= picture.height)
    let (indices, table) = (try #require(decoded), try #require(palette))
    // Single dots are mixed: the mean of a square is compared.
    for (x, y) in [(120, 10), (70, 40), (20, 70), (120, 70)] {
      var (seen, meant) = (0, 0)
      for dy in 0..<10 {
        for dx in 0..<10 {
          let index = Int(indices[(y + dy) * Int(width) + x + dx])
          seen += Int(table[index * 3])
          meant += Int(picture[x: x + dx, y: y + dy].red)
        }
      }
      #expect(abs(seen - meant) < 100 * 48, "the square at \(x), \(y): \(seen / 100) for \(meant / 100)")
    }
    // The clear corner holds no sixel: in the first row of sixels nothing but moves comes before its end.
    let opaque = try self.sequence(.jpeg, .sixel(cell: Self.cell, colors: colors)).0
    let clear = text.hasPrefix("\u{1B}P0;1") || text.hasPrefix("\u{1B}P;1")
    #expect(clear, "what is not painted stays as it was: \(text.prefix(12).debugDescription)")
    #expect(opaque.columns == sequence.columns)
  }

  @Test("the room is in pixels of cells, whole rows of sixels, and bounded")
  func room() {
    #expect(PictureMedium.blocks.room(columns: 40, rows: 10) == Picture.Size(width: 40, height: 20))
    #expect(PictureMedium.kitty(cell: Self.cell).room(columns: 40, rows: 10) == Picture.Size(width: 400, height: 200))
    let sixel = PictureMedium.sixel(cell: Self.cell, colors: 256)
    #expect(sixel.room(columns: 40, rows: 10) == Picture.Size(width: 400, height: 198))
    let large = sixel.room(columns: 1000, rows: 1000)
    #expect(large.width * large.height <= 2 << 20 && large.height.isMultiple(of: 6))
  }

  @Test("a JPEG that the decoder must hold whole is bounded by its full size, however small it is wanted")
  func progressive() throws {
    let file = try #require(TestCard(width: 40, height: 30).encoded(as: .jpeg))
    #expect(JPEGFrame.isReadInRows(file))
    var progressive = file
    let frame = try #require(file.firstRange(of: [0xFF, 0xC0])).lowerBound
    progressive[frame + 1] = 0xC2
    #expect(!JPEGFrame.isReadInRows(progressive))
    for offset in 5...8 { progressive[frame + offset] = 0x7F }
    #expect(throws: PictureError.tooLarge(.jpeg, width: 0x7F7F, height: 0x7F7F)) {
      _ = try Picture(decoding: progressive, fitting: Picture.Size(width: 64, height: 32))
    }
    // One scan for each component: a baseline file that is kept whole too.
    var split = file
    let scan = try #require(file.firstRange(of: [0xFF, 0xDA])).lowerBound
    split[scan + 4] = 1
    #expect(!JPEGFrame.isReadInRows(split))
    for end in file.indices { #expect(!JPEGFrame.isReadInRows(Array(file[..<end])) || end > scan) }
  }
}
