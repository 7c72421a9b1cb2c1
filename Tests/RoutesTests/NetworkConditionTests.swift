import Recordings
import Testing

@testable import Routes

@Suite("The text of a network condition")
struct NetworkConditionTests {
  @Test("sets delays, rates and ends")
  func reads() throws {
    let condition = try NetworkCondition("delay=200ms~50ms, down=1M ,up=64k,drop=reset@10k")
    let delay = LineDelay(milliseconds: 200, jitterMilliseconds: 50)
    let drop = ConnectionDrop(.reset, .bytes(10_240))
    #expect(condition.up == .init(delay: delay, rate: ByteRate(bytesPerSecond: 65_536), drop: drop))
    #expect(condition.down == .init(delay: delay, rate: ByteRate(bytesPerSecond: 1_048_576), drop: drop))
    #expect(condition[.sent] == condition.up && condition[.received] == condition.down)
    #expect(try NetworkCondition("") == NetworkCondition())
    #expect(try NetworkCondition("delay-up=2s").down.isClear)
    #expect(try NetworkCondition("drop-down=close@0.25%").down.drop == .init(.close, .chance(perMillion: 2_500)))
  }

  @Test(
    "is written as it is read",
    arguments: [
      "", "delay=200ms~50ms,down=1M,up=64k,drop=reset@10k", "delay-up=2s,delay-down=0ms~1s", "up=1", "down=1G",
      "up=1000",
      "drop-up=close@0,drop-down=reset@100%", "drop=close@0.0001%", "drop=reset@12.5%", "delay-down=1500ms",
    ])
  func writes(_ text: String) throws {
    #expect(try NetworkCondition(text).description == text)
  }

  @Test(
    "is refused with a sentence where it is none",
    arguments: [
      ("delay", .conditionEntry("delay")), (",", .conditionEntry("")), ("up=1,", .conditionEntry("")),
      ("speed=1", .conditionName("speed")),
      ("up=1,up=2", .conditionRepeated("up")), ("delay=1ms,delay-up=2ms", .conditionRepeated("delay-up")),
      ("delay-up=2ms,delay=1ms", .conditionRepeated("delay")), ("delay=1", .duration("1")),
      ("delay=-1ms", .duration("-1ms")),
      ("delay=1.5s", .duration("1.5s")), ("delay=3601s", .duration("3601s")), ("delay=s", .duration("s")),
      ("delay=1ms~", .duration("1ms~")),
      ("delay=1ms~2ms~3ms", .duration("1ms~2ms~3ms")), ("up=0", .rate("0")), ("up=1x", .rate("1x")),
      ("up=k", .rate("k")),
      ("up=-1", .rate("-1")), ("up=99999G", .rate("99999G")), ("up=٣", .rate("٣")), ("drop=reset", .drop("reset")),
      ("drop=fin@1", .drop("fin@1")),
      ("drop=reset@0%", .drop("reset@0%")), ("drop=reset@101%", .drop("reset@101%")),
      ("drop=reset@1.23456%", .drop("reset@1.23456%")),
      ("drop=reset@", .drop("reset@")), ("drop=reset@1@2", .drop("reset@1@2")),
    ] as [(String, RouteError)])
  func refuses(_ text: String, _ error: RouteError) {
    #expect(throws: error) { try NetworkCondition(text) }
    #expect(error.description.hasSuffix("."))
  }

  @Test(
    "has rates as curl has them",
    arguments: [
      ("100k", 102_400), ("1M", 1 << 20), ("2g", 2 << 30), ("3B", 3), ("3b", 3), ("7", 7), ("1024G", 1 << 40),
    ])
  func rates(_ text: String, _ bytes: Int) throws {
    #expect(try ByteRate(text).bytesPerSecond == bytes)
  }

  @Test("random texts never trap, and what is read is written so that it reads the same", arguments: 1...20)
  func random(_ seed: UInt64) {
    var chance = ChanceSource(seed: seed)
    let words = [
      "delay", "up", "down", "drop", "-up", "-down", "=", ",", "~", "@", "%", "reset", "close", "ms", "s", "k", "M",
      "G", "0", "1",
      "9999999", "5", ".", " ", "é", "\0", "🇩🇪",
    ]
    let entries = ["delay=1ms~5s", "up=12k", "down=77", "drop=close@3%", "delay-up=4s", "drop-down=reset@9k"]
    for _ in 0..<500 {
      let source = chance.below(2) == 0 ? words : entries + [","]
      let text = (0..<chance.below(8)).map { _ in source[chance.below(source.count)] }.joined(
        separator: chance.below(2) == 0 ? "" : ",")
      _ = try? Proxy(text)
      _ = try? ResolveEntry(text)
      _ = try? ConnectToEntry(text)
      _ = try? LocalBinding(interface: text, ports: text)
      guard let condition = try? NetworkCondition(text) else { continue }
      #expect((try? NetworkCondition(condition.description)) == condition)
    }
  }
}
