import CImages

/// A picture to practise on: colours from left to right and from top to bottom, with a clear corner where the format has
/// that.
package struct TestCard: Sendable {
  private let width: Int
  private let height: Int
  private let bytes: [UInt8]

  /// A card of a size; at most a million pixels.
  package init(width: Int, height: Int) {
    precondition(width > 0 && height > 0 && width * height <= 1 << 20)
    self.width = width
    self.height = height
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * height * 4)
    for y in 0..<height {
      for x in 0..<width {
        let isCorner = x < width / 8 && y < height / 8
        let isCheck = (x * 8 / width + y * 8 / height).isMultiple(of: 2)
        bytes += [UInt8(255 * x / width), UInt8(255 * y / height), isCheck ? 200 : 40, isCorner ? 0 : 255]
      }
    }
    self.bytes = bytes
  }

  /// The card as a file; nil where the library has no memory for it.
  package func encoded(as format: PictureFormat) -> [UInt8]? {
    switch format {
    case .png: png()
    case .jpeg: jpeg()
    case .gif: gif()
    }
  }

  private func png() -> [UInt8]? {
    var image = png_image()
    image.version = barewire_PNG_IMAGE_VERSION
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = barewire_PNG_FORMAT_RGBA
    defer { png_image_free(&image) }
    var count = bytes.count + 65_536
    var file = [UInt8](repeating: 0, count: count)
    guard png_image_write_to_memory(&image, &file, &count, 0, bytes, 0, nil) != 0 else { return nil }
    return Array(file.prefix(count))
  }

  private func jpeg() -> [UInt8]? {
    guard let encoder = tjInitCompress() else { return nil }
    defer { tjDestroy(encoder) }
    var file: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(file) }
    let isWritten = tjCompress2(
      encoder, bytes, Int32(width), 0, Int32(height), Int32(TJPF_RGBA.rawValue), &file, &count,
      Int32(TJSAMP_444.rawValue), 90, 0)
    return isWritten == 0 ? Array(UnsafeBufferPointer(start: file, count: Int(count))) : nil
  }

  /// By a palette of 6×6×6 colours and a clear one.
  private func gif() -> [UInt8]? {
    let output = GIFOutput()
    let write: OutputFunc = { file, buffer, count in
      guard let target = file?.pointee.UserData else { return 0 }
      let output = Unmanaged<GIFOutput>.fromOpaque(target).takeUnretainedValue()
      output.bytes += UnsafeBufferPointer(start: buffer, count: Int(count))
      return count
    }
    let colors = (0..<256).map { index -> GifColorType in
      func part(_ value: Int) -> UInt8 { UInt8(min(5, value) * 51) }
      return GifColorType(Red: part(index / 36 % 6), Green: part(index / 6 % 6), Blue: part(index % 6))
    }
    guard let map = GifMakeMapObject(256, colors) else { return nil }
    defer { GifFreeMapObject(map) }
    return withExtendedLifetime(output) {
      guard let file = EGifOpen(Unmanaged.passUnretained(output).toOpaque(), write, nil) else { return nil }
      EGifSetGifVersion(file, true)
      var control: [GifByteType] = [1, 0, 0, 255]
      let isBegun =
        EGifPutScreenDesc(file, Int32(width), Int32(height), 8, 0, map) == GIF_OK
        && EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, 4, &control) == GIF_OK
        && EGifPutImageDesc(file, 0, 0, Int32(width), Int32(height), false, nil) == GIF_OK
      for y in 0..<height where isBegun {
        var line = (0..<width).map { index(atColumn: $0, row: y) }
        _ = EGifPutLine(file, &line, Int32(width))
      }
      return EGifCloseFile(file, nil) == GIF_OK && isBegun ? output.bytes : nil
    }
  }

  private func index(atColumn x: Int, row y: Int) -> GifPixelType {
    let place = (y * width + x) * 4
    if bytes[place + 3] == 0 { return 255 }
    func step(_ value: UInt8) -> Int { (Int(value) + 25) / 51 }
    return GifPixelType(step(bytes[place]) * 36 + step(bytes[place + 1]) * 6 + step(bytes[place + 2]))
  }
}

/// What giflib has written.
private final class GIFOutput {
  var bytes: [UInt8] = []
}
