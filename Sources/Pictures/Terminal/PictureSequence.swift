/// A picture as the bytes that show it on a terminal, with its upper left corner where the cursor is.
///
/// They are made of pixels alone: nothing of the file that was decoded is in them.
package struct PictureSequence: Sendable, Hashable {
  package let bytes: [UInt8]
  /// What takes it away again; empty where text that is written over it does.
  package let removal: [UInt8]
  /// The cells that it covers, the last ones partly.
  package let columns: Int
  package let rows: Int

  /// Makes kitty's sequences or sixels; nil for half blocks, which are text, and where libsixel has no memory.
  ///
  /// Takes time by the number of pixels: not for the main actor.
  init?(_ picture: Picture, for medium: PictureMedium) {
    let cell: Picture.Size
    switch medium {
    case .blocks: return nil
    case .kitty(let size):
      cell = size
      bytes = KittyGraphics.showing(picture)
      removal = KittyGraphics.removal
    case .sixel(let size, let colors):
      cell = size
      guard let sixels = SixelGraphics(picture, colors: colors) else { return nil }
      bytes = sixels.bytes
      removal = []
    }
    columns = (picture.width + cell.width - 1) / cell.width
    rows = (picture.height + cell.height - 1) / cell.height
  }
}
