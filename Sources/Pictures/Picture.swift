/// A picture of few pixels, made smaller to fit what shows it.
package struct Picture: Sendable, Hashable {
  /// Pictures with more pixels than this are not decoded: 16 Mi, 64 MiB of memory while they are.
  package static let pixelLimit = 16 << 20

  /// A pixel and how much of the ground it covers, up to 255.
  package struct Pixel: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    package var opacity: UInt8

    /// Whether the ground shows where a pixel is there or not.
    package var isClear: Bool { opacity < 128 }
  }

  package let width: Int
  package let height: Int
  /// What the file held.
  package let format: PictureFormat
  package let fullSize: Size
  /// Row by row.
  private let pixels: [Pixel]

  /// Width and height in pixels.
  package struct Size: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }

    /// The greatest size of the same shape within another one, never greater than it is.
    func fitting(in room: Size) -> Size {
      let (width, height) = (max(1, width), max(1, height))
      let scale = min(1, Double(room.width) / Double(width), Double(room.height) / Double(height))
      return Size(
        width: max(1, min(room.width, Int((Double(width) * scale).rounded()))),
        height: max(1, min(room.height, Int((Double(height) * scale).rounded()))))
    }
  }

  /// Decodes a file's bytes, which nobody need trust, and makes the picture as small as the room; of several frames the
  /// first.
  ///
  /// Takes time by the number of pixels, and up to 64 MiB: not for the main actor. A cancelled task ends it where the
  /// format lets it.
  package init(decoding bytes: [UInt8], fitting room: Size) throws(PictureError) {
    guard let header = PictureHeader(bytes) else { throw .unknownFormat }
    format = header.format
    let raster =
      switch header.format {
      case .png: try Raster(png: bytes)
      case .jpeg: try Raster(jpeg: bytes, fitting: room)
      case .gif: try Raster(gif: bytes)
      }
    fullSize = raster.fullSize
    let size = raster.fullSize.fitting(in: room)
    (width, height) = (size.width, size.height)
    pixels = raster.averaged(to: size)
  }

  /// A pixel by its column and row.
  package subscript(x x: Int, y y: Int) -> Pixel { pixels[y * width + x] }

  /// Whether nothing of the ground is seen.
  var isOpaque: Bool { pixels.allSatisfy { $0.opacity == 255 } }

  /// Red, green and blue of every pixel, row by row, and the opacity of each if it is wanted.
  func colors(withOpacity: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pixels.count * (withOpacity ? 4 : 3))
    for pixel in pixels {
      bytes.append(pixel.red)
      bytes.append(pixel.green)
      bytes.append(pixel.blue)
      if withOpacity { bytes.append(pixel.opacity) }
    }
    return bytes
  }
}
