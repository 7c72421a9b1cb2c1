/// All pixels of a decoded picture, four bytes each: red, green, blue, opacity.
struct Raster {
  let width: Int
  let height: Int
  /// Before a decoder made it smaller.
  let fullSize: Picture.Size
  let bytes: [UInt8]

  init(width: Int, height: Int, fullSize: Picture.Size? = nil, bytes: [UInt8]) {
    precondition(bytes.count == width * height * 4)
    self.width = width
    self.height = height
    self.fullSize = fullSize ?? Picture.Size(width: width, height: height)
    self.bytes = bytes
  }

  /// Refuses what has no pixels or too many.
  static func check(_ format: PictureFormat, _ width: Int, _ height: Int) throws(PictureError) {
    guard width > 0, height > 0 else { throw .broken(format) }
    let (count, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, count <= Picture.pixelLimit else { throw .tooLarge(format, width: width, height: height) }
  }

  /// The pixels of a smaller picture, each the mean of those that it stands for.
  func averaged(to size: Picture.Size) -> [Picture.Pixel] {
    var pixels: [Picture.Pixel] = []
    pixels.reserveCapacity(size.width * size.height)
    for y in 0..<size.height {
      let rows = y * height / size.height..<max(y * height / size.height + 1, (y + 1) * height / size.height)
      for x in 0..<size.width {
        let columns = x * width / size.width..<max(x * width / size.width + 1, (x + 1) * width / size.width)
        pixels.append(mean(rows, columns))
      }
    }
    return pixels
  }

  private func mean(_ rows: Range<Int>, _ columns: Range<Int>) -> Picture.Pixel {
    var (red, green, blue, opacity) = (0, 0, 0, 0)
    for y in rows {
      for x in columns {
        let place = (y * width + x) * 4
        let alpha = Int(bytes[place + 3])
        red += Int(bytes[place]) * alpha
        green += Int(bytes[place + 1]) * alpha
        blue += Int(bytes[place + 2]) * alpha
        opacity += alpha
      }
    }
    let count = rows.count * columns.count
    guard opacity > 0 else { return Picture.Pixel(red: 0, green: 0, blue: 0, opacity: 0) }
    return Picture.Pixel(
      red: UInt8(red / opacity), green: UInt8(green / opacity), blue: UInt8(blue / opacity),
      opacity: UInt8((opacity + count / 2) / count))
  }
}
