/// Why a picture cannot be shown.
package enum PictureError: Error, Sendable, Hashable {
  /// The bytes are no picture of a known format.
  case unknownFormat
  /// More pixels than are decoded.
  case tooLarge(PictureFormat, width: Int, height: Int)
  /// The bytes break the format's rules.
  case broken(PictureFormat)
  case cancelled

  /// What is wrong and what can be done, as a sentence.
  package var message: String {
    switch self {
    case .unknownFormat: "This is no picture that can be shown here: PNG, JPEG and GIF can. Save it to a file instead."
    case .tooLarge(let format, let width, let height):
      "The \(format.name) has \(width)×\(height) pixels; more than \(Picture.pixelLimit >> 20) million are not decoded. "
        + "Save it to a file instead."
    case .broken(let format): "The \(format.name) is broken: see its bytes in the hex view."
    case .cancelled: "Stopped."
    }
  }
}
