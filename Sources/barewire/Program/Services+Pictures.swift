import Documents
import Exchanges
import HTTPMessages
import Pictures
import Workbench

/// Decoding bodies that are pictures.
extension Services {
  /// More bytes than this are no picture that is decoded.
  private static let pictureLimit = 32 << 20

  /// The body of an exchange as a picture for its medium, or the sentence that says why it is none.
  @concurrent
  func decode(_ picture: ShownPicture) async -> Result<RenderedPicture, Sentence> {
    await refresh(picture.exchange)
    let content: [UInt8]
    do throws(DocumentError) {
      content = try await documents.content(of: .response, in: picture.exchange, limit: Self.pictureLimit)
    } catch {
      return .failure(Sentence(error.message))
    }
    do throws(PictureError) {
      return .success(try RenderedPicture(decoding: content, fitting: picture.room, for: picture.medium))
    } catch {
      return .failure(Sentence(error.message))
    }
  }
}
