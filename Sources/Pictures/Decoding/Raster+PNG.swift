import CImages

extension Raster {
  /// Decodes a PNG with libpng's simplified interface, which keeps its errors to itself.
  init(png file: [UInt8]) throws(PictureError) {
    // libpng holds on to the file's bytes from the first call to the last.
    self = try file.span.bytes.withUnsafeBytes { (file) throws(PictureError) in try Self.read(png: file) }
  }

  private static func read(png file: UnsafeRawBufferPointer) throws(PictureError) -> Raster {
    var image = png_image()
    image.version = barewire_PNG_IMAGE_VERSION
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else { throw .broken(.png) }
    let (width, height) = (Int(image.width), Int(image.height))
    try check(.png, width, height)
    image.format = barewire_PNG_FORMAT_RGBA
    var bytes = [UInt8](repeating: 0, count: width * height * 4)
    let isRead = bytes.withUnsafeMutableBytes { png_image_finish_read(&image, nil, $0.baseAddress, 0, nil) }
    guard isRead != 0 else { throw .broken(.png) }
    return Raster(width: width, height: height, bytes: bytes)
  }
}
