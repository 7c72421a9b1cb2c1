/// A decoded picture, ready for the medium that shows it.
package enum RenderedPicture: Sendable, Hashable {
  /// To be drawn with half blocks.
  case pixels(Picture)
  /// To be written as it is; what the file held is told with it.
  case sequence(PictureSequence, format: PictureFormat, fullSize: Picture.Size)

  /// Decodes a file's bytes, as `Picture` does, for a medium.
  package init(decoding bytes: [UInt8], fitting room: Picture.Size, for medium: PictureMedium) throws(PictureError) {
    let picture = try Picture(decoding: bytes, fitting: room)
    if let sequence = PictureSequence(picture, for: medium) {
      self = .sequence(sequence, format: picture.format, fullSize: picture.fullSize)
    } else {
      self = .pixels(picture)
    }
  }

  package var format: PictureFormat {
    switch self {
    case .pixels(let picture): picture.format
    case .sequence(_, let format, _): format
    }
  }

  /// The file's own size.
  package var fullSize: Picture.Size {
    switch self {
    case .pixels(let picture): picture.fullSize
    case .sequence(_, _, let size): size
    }
  }
}
