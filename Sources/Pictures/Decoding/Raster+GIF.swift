import CImages

extension Raster {
  /// Decodes the first frame of a GIF with giflib.
  init(gif file: [UInt8]) throws(PictureError) {
    self = try file.span.bytes.withUnsafeBytes { (file) throws(PictureError) in
      var input = GIFInput(rest: file)
      return try withUnsafeMutablePointer(to: &input) { (input) throws(PictureError) in try Self.read(gif: input) }
    }
  }

  private static func read(gif input: UnsafeMutablePointer<GIFInput>) throws(PictureError) -> Raster {
    let read: InputFunc = { file, buffer, count in
      guard let input = file?.pointee.UserData?.assumingMemoryBound(to: GIFInput.self), let buffer, count > 0 else {
        return 0
      }
      let taken = input.pointee.rest.prefix(Int(count))
      buffer.update(from: Array(taken), count: taken.count)
      input.pointee.rest = UnsafeRawBufferPointer(rebasing: input.pointee.rest.dropFirst(taken.count))
      return Int32(taken.count)
    }
    var code: Int32 = 0
    guard let file = DGifOpen(input, read, &code) else { throw .broken(.gif) }
    defer { _ = DGifCloseFile(file, nil) }
    var clear: Int32 = -1
    while true {
      var kind = UNDEFINED_RECORD_TYPE
      guard DGifGetRecordType(file, &kind) == GIF_OK else { throw .broken(.gif) }
      switch kind {
      case IMAGE_DESC_RECORD_TYPE: return try frame(of: file, clear: clear)
      case EXTENSION_RECORD_TYPE: clear = try clearColor(inExtensionOf: file) ?? clear
      default: throw .broken(.gif)
      }
    }
  }

  /// Reads an extension; the colour that it makes clear, if it does.
  private static func clearColor(inExtensionOf file: UnsafeMutablePointer<GifFileType>) throws(PictureError) -> Int32? {
    var clear: Int32?
    var label: Int32 = 0
    var block: UnsafeMutablePointer<GifByteType>?
    guard DGifGetExtension(file, &label, &block) == GIF_OK else { throw .broken(.gif) }
    while let bytes = block {
      // The first byte is the block's length.
      var control = GraphicsControlBlock()
      if label == GRAPHICS_EXT_FUNC_CODE, DGifExtensionToGCB(Int(bytes[0]), bytes + 1, &control) == GIF_OK {
        clear = control.TransparentColor
      }
      guard DGifGetExtensionNext(file, &block) == GIF_OK else { throw .broken(.gif) }
    }
    return clear
  }

  private static func frame(of file: UnsafeMutablePointer<GifFileType>, clear: Int32) throws(PictureError) -> Raster {
    guard DGifGetImageDesc(file) == GIF_OK else { throw .broken(.gif) }
    let image = file.pointee.Image
    let (width, height) = (Int(image.Width), Int(image.Height))
    try check(.gif, width, height)
    guard let map = (image.ColorMap ?? file.pointee.SColorMap)?.pointee, let colors = map.Colors else {
      throw .broken(.gif)
    }
    var bytes = [UInt8](repeating: 0, count: width * height * 4)
    var line = [GifPixelType](repeating: 0, count: width)
    for row in rows(height, isInterlaced: image.Interlace) {
      if Task.isCancelled { throw .cancelled }
      // What could be read of a file that ends early is shown.
      guard DGifGetLine(file, &line, Int32(width)) == GIF_OK else { break }
      for (x, index) in line.enumerated() where Int(index) < Int(map.ColorCount) && Int32(index) != clear {
        let color = colors[Int(index)]
        let place = (row * width + x) * 4
        bytes[place] = color.Red
        bytes[place + 1] = color.Green
        bytes[place + 2] = color.Blue
        bytes[place + 3] = 255
      }
    }
    return Raster(width: width, height: height, bytes: bytes)
  }

  /// The order in which rows come.
  private static func rows(_ height: Int, isInterlaced: Bool) -> [Int] {
    guard isInterlaced else { return Array(0..<height) }
    return [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { Array(stride(from: $0.0, to: height, by: $0.1)) }
  }
}

/// What giflib has yet to read.
private struct GIFInput {
  var rest: UnsafeRawBufferPointer
}
