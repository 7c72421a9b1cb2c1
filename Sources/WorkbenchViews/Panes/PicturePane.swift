import Pictures
import TerminalUI
import Workbench

/// Draws a picture: by the terminal's own means, or with half blocks, two pixels in a cell.
struct PicturePane {
  let theme: Theme

  func draw(_ picture: ShownPicture?, on canvas: inout Canvas) {
    switch picture?.state {
    case .decoding: canvas.write("decoding …", at: .zero, style: theme.faint)
    case .failed(let sentence): WrappedText(sentence).draw(on: &canvas, style: theme.bad)
    case .decoded(.pixels(let picture)): draw(picture, on: &canvas)
    case .decoded(.sequence(let sequence, _, _)):
      canvas.place(
        TerminalPicture(bytes: sequence.bytes, removal: sequence.removal),
        in: Rect(x: 0, y: 0, width: sequence.columns, height: sequence.rows))
    case nil: break
    }
  }

  private func draw(_ picture: Picture, on canvas: inout Canvas) {
    for y in stride(from: 0, to: picture.height, by: 2) {
      for x in 0..<picture.width {
        let upper = color(picture[x: x, y: y])
        let lower = y + 1 < picture.height ? color(picture[x: x, y: y + 1]) : nil
        let place = Point(x: x, y: y / 2)
        switch (upper, lower) {
        case (let upper?, let lower?):
          canvas.write("▀", at: place, style: Style(foreground: upper, background: lower))
        case (let upper?, nil): canvas.write("▀", at: place, style: Style(foreground: upper))
        case (nil, let lower?): canvas.write("▄", at: place, style: Style(foreground: lower))
        case (nil, nil): break
        }
      }
    }
  }

  /// Nil where the terminal's own ground is to be seen.
  private func color(_ pixel: Picture.Pixel) -> Color? {
    pixel.isClear ? nil : .rgb(pixel.red, pixel.green, pixel.blue)
  }
}
