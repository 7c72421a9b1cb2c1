import Exchanges
import Pictures
import Testing
import Workbench

@Suite struct ShownPictureTests {
  private static func asked(_ effects: [Effect]) -> ShownPicture? {
    for case .decode(let picture) in effects { return picture }
    return nil
  }

  @Test("a picture is decoded for the room there is, again when that changes, and late answers are dropped")
  func room() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.command(.focusBody)
    #expect(fixture.command(.showPicture).isEmpty)
    fixture.open("Health")
    let id = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(id, .complete)], connections: []))
    fixture.act(.paneSizes(fixture.workbench.sizes))
    let first = try #require(Self.asked(fixture.command(.showPicture)))
    #expect(first.exchange == id && first.room.height == 2 * fixture.workbench.sizes.body.rows)
    var sizes = fixture.workbench.sizes
    sizes.body = PaneSizes.Size(columns: 40, rows: 10)
    let second = try #require(Self.asked(fixture.act(.paneSizes(sizes))))
    #expect(second.room == Picture.Size(width: 40, height: 20))
    fixture.act(.decoded(first, .failure(Sentence("late"))))
    #expect(fixture.workbench.viewer.picture?.state == .decoding)
    fixture.act(.decoded(second, .failure(Sentence("broken"))))
    #expect(fixture.workbench.viewer.picture?.state == .failed("broken"))
    #expect(Self.asked(fixture.act(.paneSizes(sizes))) == nil)
    fixture.command(.send)
    #expect(fixture.workbench.viewer.view == .pretty)
  }
}
