import Pictures

/// Pictures to look at.
enum PictureEndpoints {
  static let all = [
    PracticeEndpoint(
      "GET", "/image/{format}", example: "/image/png?width=640&height=480",
      "a picture: png, jpeg or gif, of ?width= (320) by ?height= (200) pixels"
    ) { request, _ in
      guard let format = PictureFormat(rawValue: request.captures[0]) else {
        return .problem(404, "Ask for /image/png, /image/jpeg or /image/gif.")
      }
      let width = request.target.number("width", standard: 320, in: 1...1024)
      let height = request.target.number("height", standard: 200, in: 1...1024)
      guard let file = TestCard(width: width, height: height).encoded(as: format) else {
        return .problem(500, "The picture could not be made.")
      }
      return Response(fields: [Response.Field("Content-Type", "image/\(format.rawValue)")], content: .bytes(file))
    }
  ]
}
