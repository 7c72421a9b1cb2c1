import Testing
import Workspaces

struct RedirectPolicyTests {
  private func chain(_ urls: String...) throws -> RedirectChain {
    var chain = RedirectChain()
    for url in urls { chain.add(method: "GET", url: try RequestURL(url)) }
    return chain
  }

  @Test(
    "only redirects with a Location are followed, and only where that is wanted",
    arguments: RedirectPolicy.Mode.allCases)
  func decides(_ mode: RedirectPolicy.Mode) throws {
    let policy = RedirectPolicy(mode)
    let chain = try chain("http://h/")
    let wanted: RedirectPolicy.Decision = [.off: .stay, .ask: .ask, .follow: .follow][mode] ?? .stay
    for status in [301, 302, 303, 307, 308] {
      #expect(policy.decision(status: status, location: "/x", after: chain) == wanted)
      #expect(policy.decision(status: status, location: nil, after: chain) == .stay)
    }
    for status in [200, 201, 300, 304, 305, 306, 399, 404] {
      #expect(policy.decision(status: status, location: "/x", after: chain) == .stay)
    }
    #expect(policy.decision(status: nil, location: "/x", after: chain) == .stay)
  }

  @Test("an empty Location leads nowhere, and that is told where redirects are wanted")
  func empty() throws {
    for mode in RedirectPolicy.Mode.allCases {
      let decision = RedirectPolicy(mode).decision(status: 302, location: "", after: try chain("http://h/"))
      let isTold = if case .nowhere = decision { true } else { false }
      #expect(isTold == (mode != .off))
    }
  }

  @Test("the limit counts redirects, and its sentence tells of a loop")
  func limit() throws {
    let policy = RedirectPolicy(.follow, hopLimit: 2)
    #expect(policy.decision(status: 302, location: "/", after: try chain("http://h/1", "http://h/2")) == .follow)
    #expect(
      policy.decision(status: 302, location: "/", after: try chain("http://h/1", "http://h/2", "http://h/3"))
        == .stop("Stopped after 2 redirects. Follow the next one by hand, or allow more of them."))
    guard
      case .stop(let sentence) = policy.decision(
        status: 302, location: "/", after: try chain("http://h/1", "http://h/2", "http://h/1#f"))
    else {
      Issue.record("it went on")
      return
    }
    #expect(sentence.contains("The redirects go round: http://h/1 comes again after 2 of them."))
    #expect(
      RedirectPolicy(.follow, hopLimit: 0).decision(status: 302, location: "/", after: try chain("http://h/"))
        != .follow)
  }

  @Test("a loop is the same method to the same URL again")
  func loops() throws {
    #expect(RedirectChain().loopLength == nil)
    #expect(try chain("http://h/").loopLength == nil)
    #expect(try chain("http://h/", "http://h/").loopLength == 1)
    #expect(
      try chain("http://h/", "http://h/").loopSentence == "The redirect leads back to where it came from: http://h/.")
    #expect(try chain("http://a/", "http://b/", "http://c/", "http://b/").loopLength == 2)
    var posted = RedirectChain()
    posted.add(method: "POST", url: try RequestURL("http://h/"))
    posted.add(method: "GET", url: try RequestURL("http://h/"))
    #expect(posted.loopLength == nil)
    #expect(posted.hopCount == 1)
  }
}
