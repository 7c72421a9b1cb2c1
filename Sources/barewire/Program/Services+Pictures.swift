import Documents
import Exchanges
import HTTPMessages
import Pictures
import Workbench

/// Decoding bodies that are pictures.
extension Services {
  /// More bytes than this are no picture that is decoded.
  private static let pictureLimit = 32 << 20

  /// The body of an exchange as a picture, or the sentence that says why it is none.
  @concurrent
  func decode(_ picture: ShownPicture) async -> Result<Picture, Sentence> {
    await refresh(picture.exchange)
    let content: [UInt8]
    do throws(DocumentError) {
      content = try await documents.content(of: .response, in: picture.exchange, limit: Self.pictureLimit)
    } catch {
      return .failure(Sentence(error.message))
    }
    do throws(PictureError) {
      return .success(try Picture(decoding: content, fitting: picture.room))
    } catch {
      return .failure(Sentence(error.message))
    }
  }
}
