import CImages

extension Raster {
  /// Decodes a JPEG with libjpeg-turbo, at an eighth to all of its size: no smaller than what is to be shown.
  init(jpeg file: [UInt8], fitting room: Picture.Size) throws(PictureError) {
    guard let decoder = tjInitDecompress() else { throw .broken(.jpeg) }
    defer { tjDestroy(decoder) }
    var (width, height, subsampling, colors): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let isHeaderRead = tjDecompressHeader3(decoder, file, UInt(file.count), &width, &height, &subsampling, &colors)
    guard isHeaderRead == 0 else { throw .broken(.jpeg) }
    let full = Picture.Size(width: Int(width), height: Int(height))
    if !JPEGFrame.isReadInRows(file) { try Self.check(.jpeg, full.width, full.height) }
    let wanted = full.fitting(in: room)
    let eighths = (1...8).first { full.width * $0 / 8 >= wanted.width && full.height * $0 / 8 >= wanted.height } ?? 8
    let scaled = Picture.Size(width: (full.width * eighths + 7) / 8, height: (full.height * eighths + 7) / 8)
    try Self.check(.jpeg, scaled.width, scaled.height)
    var bytes = [UInt8](repeating: 0, count: scaled.width * scaled.height * 4)
    // A file with very many scans would take very long.
    let isRead = tjDecompress2(
      decoder, file, UInt(file.count), &bytes, Int32(scaled.width), 0, Int32(scaled.height),
      Int32(TJPF_RGBA.rawValue), barewire_TJFLAG_LIMITSCANS)
    // What could be read of a file that ends early is shown.
    guard isRead == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else { throw .broken(.jpeg) }
    self.init(width: scaled.width, height: scaled.height, fullSize: full, bytes: bytes)
  }
}
