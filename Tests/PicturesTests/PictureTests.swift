import Testing

@testable import Pictures

@Suite("Pictures")
struct PictureTests {
  private static let room = Picture.Size(width: 64, height: 32)

  private func card(_ format: PictureFormat, _ width: Int = 400, _ height: Int = 300) throws -> [UInt8] {
    try #require(TestCard(width: width, height: height).encoded(as: format))
  }

  @Test(
    "a picture of each format is decoded and made to fit, with its shape and colours", arguments: PictureFormat.allCases
  )
  func formats(_ format: PictureFormat) throws {
    let picture = try Picture(decoding: try card(format), fitting: Self.room)
    #expect(picture.format == format && picture.fullSize == Picture.Size(width: 400, height: 300))
    #expect(picture.width == 43 && picture.height == 32)
    #expect(picture[x: 0, y: 0].isClear == (format != .jpeg))
    let right = picture[x: 42, y: 16]
    #expect(right.red > 230 && (100...160).contains(right.green) && !right.isClear)
    let header = try #require(PictureHeader(try card(format)))
    #expect(header.format == format && header.size == Picture.Size(width: 400, height: 300))
  }

  @Test("a small picture stays as small as it is", arguments: PictureFormat.allCases)
  func small(_ format: PictureFormat) throws {
    let picture = try Picture(decoding: try card(format, 3, 2), fitting: Self.room)
    #expect(picture.width == 3 && picture.height == 2)
  }

  @Test(
    "a file that is cut or changed anywhere is an error or a picture, never more", arguments: PictureFormat.allCases)
  func broken(_ format: PictureFormat) throws {
    let file = try card(format, 40, 30)
    for end in stride(from: 0, to: file.count, by: 7) {
      if let picture = try? Picture(decoding: Array(file[..<end]), fitting: Self.room) {
        #expect(picture.width <= 64 && picture.height <= 32)
      }
    }
    for place in stride(from: 0, to: file.count, by: 3) {
      var changed = file
      changed[place] = ~changed[place]
      if let picture = try? Picture(decoding: changed, fitting: Self.room) {
        #expect(picture.width <= 64 && picture.height <= 32)
      }
    }
  }

  @Test("a picture of too many pixels is refused by its header")
  func bomb() throws {
    var file = try card(.gif, 40, 30)
    let descriptor = try #require(file.lastIndex(of: 0x2C).map { _ in file.firstRange(of: [0x2C, 0, 0, 0, 0, 40, 0]) })
    let start = try #require(descriptor?.lowerBound)
    for offset in 5...8 { file[start + offset] = 0xFF }
    #expect(throws: PictureError.tooLarge(.gif, width: 65_535, height: 65_535)) {
      _ = try Picture(decoding: file, fitting: Self.room)
    }
    #expect(throws: PictureError.unknownFormat) { _ = try Picture(decoding: [1, 2, 3], fitting: Self.room) }
  }
}
