import Testing

struct RandomUserTests {
  @Test("whatever is pressed, clicked, pasted or resized, the screen is whole", arguments: UInt64(1)...8)
  func wholeScreen(seed: UInt64) async throws {
    var user = try await RandomUser(seed: seed)
    for step in 0..<600 {
      user.act()
      guard step % 25 == 0, let fault = user.fault() else { continue }
      Issue.record("step \(step) at \(user.size): \(fault)")
      return
    }
  }
}
