import Testing
import Workbench

@Suite struct PreferencesTests {
  @Test("the keys of texts follow the settings, and a command until they change again")
  func editingKeys() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    var preferences = Preferences()
    preferences.path = "settings.json"
    fixture.act(.preferences(preferences))
    #expect(fixture.workbench.editingKeys == .readline)
    preferences.editingKeys = .vi
    fixture.act(.preferences(preferences))
    #expect(fixture.workbench.editingKeys == .vi)
    fixture.command(.toggleKeys)
    fixture.act(.preferences(preferences))
    #expect(fixture.workbench.editingKeys == .readline)
  }
}
