import CImages
import Glibc

/// Sixels by libsixel: a palette made for the picture, its colours mixed of dots, clear pixels left as they are.
struct SixelGraphics {
  let bytes: [UInt8]

  /// Encodes a picture in at most 256 colours; nil where the library has no memory for it.
  init?(_ picture: Picture, colors: Int) {
    let (width, height) = (Int32(picture.width), Int32(picture.height))
    var pixels = picture.colors()
    // One index is kept for what is clear.
    var palette: OpaquePointer?
    guard sixel_dither_new(&palette, Int32(min(max(colors, 2), 255)), nil) == SIXEL_OK, let palette else { return nil }
    defer { sixel_dither_unref(palette) }
    guard
      sixel_dither_initialize(
        palette, &pixels, width, height, barewire_SIXEL_PIXELFORMAT_RGB888, SIXEL_LARGE_AUTO, SIXEL_REP_AUTO,
        SIXEL_QUALITY_AUTO) == SIXEL_OK,
      let encoded = Self.encode(&pixels, width, height, palette)
    else { return nil }
    if picture.isOpaque {
      bytes = encoded
    } else {
      guard let encoded = Self.clear(picture, in: encoded) else { return nil }
      bytes = encoded
    }
  }

  private static func encode(
    _ pixels: inout [UInt8], _ width: Int32, _ height: Int32, _ dither: OpaquePointer
  ) -> [UInt8]? {
    let result = SixelOutput()
    return withExtendedLifetime(result) {
      let write: sixel_write_function = { bytes, count, target in
        guard let bytes, let target else { return 0 }
        let result = Unmanaged<SixelOutput>.fromOpaque(target).takeUnretainedValue()
        result.bytes += UnsafeRawBufferPointer(start: bytes, count: Int(count))
        return count
      }
      var output: OpaquePointer?
      guard sixel_output_new(&output, write, Unmanaged.passUnretained(result).toOpaque(), nil) == SIXEL_OK, let output
      else { return nil }
      defer { sixel_output_unref(output) }
      guard sixel_encode(&pixels, width, height, 0, dither, output) == SIXEL_OK else { return nil }
      return result.bytes
    }
  }

  /// Encodes sixels again with the picture's clear pixels left out: the library can leave out an index, not a pixel.
  private static func clear(_ picture: Picture, in sixels: [UInt8]) -> [UInt8]? {
    var sixels = sixels
    var (decoded, palette): (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?)
    var (width, height, count): (Int32, Int32, Int32) = (0, 0, 0)
    let status = sixel_decode_raw(&sixels, Int32(sixels.count), &decoded, &width, &height, &palette, &count, nil)
    defer {
      free(decoded)
      free(palette)
    }
    guard status == SIXEL_OK, let decoded, let palette, Int(width) >= picture.width, Int(height) >= picture.height
    else { return nil }
    let colors = min(Int(count), 255)
    var dither: OpaquePointer?
    guard sixel_dither_new(&dither, Int32(colors), nil) == SIXEL_OK, let dither else { return nil }
    defer { sixel_dither_unref(dither) }
    var triples = (0..<colors * 3).map { palette[$0] }
    sixel_dither_set_palette(dither, &triples)
    sixel_dither_set_pixelformat(dither, barewire_SIXEL_PIXELFORMAT_PAL8)
    sixel_dither_set_transparent(dither, 255)
    var indices: [UInt8] = []
    indices.reserveCapacity(picture.width * picture.height)
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        indices.append(picture[x: x, y: y].isClear ? 255 : decoded[y * Int(width) + x])
      }
    }
    // What is not painted is to stay as it was (the second parameter), rather than to take the ground's colour.
    let begin = Array("\u{1B}P".utf8)
    return encode(&indices, Int32(picture.width), Int32(picture.height), dither).flatMap { sixels in
      guard sixels.starts(with: begin), let name = sixels.firstIndex(of: UInt8(ascii: "q")) else { return nil }
      return begin + Array("0;1".utf8) + sixels[name...]
    }
  }
}

/// What libsixel has written.
private final class SixelOutput {
  var bytes: [UInt8] = []
}
