import Glibc
import TestSupport
import Testing

@testable import Recordings

/// A file system of one MiB in memory.
private final class SmallDisk {
  let directory: TemporaryDirectory
  let isMounted: Bool

  init() throws {
    directory = try TemporaryDirectory()
    isMounted = mount("tmpfs", directory.path, "tmpfs", 0, "size=1m") == 0
  }

  deinit {
    if isMounted { umount2(directory.path, Int32(MNT_DETACH)) }
  }

  static let isAllowed = (try? SmallDisk().isMounted) ?? false
}

@Suite("On a full disk a log")
struct DiskFullTests {
  @Test(
    "says so, keeps what came before and takes no more",
    .enabled(if: SmallDisk.isAllowed, "this machine allows no mounts"),
    arguments: [100, 5000, 60_000, 262_144])
  func smallDisk(size: Int) throws {
    let disk = try SmallDisk()
    var log = ByteLog(SpoolConfiguration(memoryLimit: 100_000, directory: disk.directory.path))
    var given = 0
    var failure: RecordingError?
    while failure == nil, given < 4 << 20 {
      do throws(RecordingError) {
        try log.append(pattern(given..<given + size))
        given += size
      } catch {
        failure = error
      }
    }
    #expect(failure == .diskFull(directory: disk.directory.path))
    #expect(log.cut == failure)
    #expect(log.count >= given, "what was accepted before is all there")
    #expect(log.count > 1_000_000)
    let snapshot = log.snapshot
    #expect(snapshot.cut == failure)
    #expect(try snapshot.bytes(in: 0..<log.count) == pattern(0..<log.count))
    let count = log.count
    #expect(throws: RecordingError.diskFull(directory: disk.directory.path)) { try log.append([1, 2, 3]) }
    #expect(log.count == count)
  }

  @Test("counts no byte that the file refused", arguments: [10, 40_000, 100_000])
  func refusingFile(size: Int) throws {
    let full = open("/dev/full", O_RDWR | O_CLOEXEC)
    try #require(full >= 0)
    let directory = try TemporaryDirectory()
    var log = ByteLog(
      SpoolConfiguration(memoryLimit: 1000, directory: directory.path),
      file: SpoolFile(descriptor: full, directory: directory.path))
    var failure: RecordingError?
    var given = 0
    while failure == nil, given < 1 << 20 {
      do throws(RecordingError) {
        try log.append(pattern(given..<given + size))
        given += size
      } catch {
        failure = error
      }
    }
    #expect(failure == .diskFull(directory: directory.path))
    #expect((given..<given + size).contains(log.count))
    #expect(try log.snapshot.bytes(in: 0..<log.count) == pattern(0..<log.count))
  }

  @Test(
    "of a recording leaves transfers that agree with the bytes",
    .enabled(if: SmallDisk.isAllowed, "this machine allows no mounts"))
  func recording() throws {
    let disk = try SmallDisk()
    var recording = Recording(SpoolConfiguration(memoryLimit: 64, directory: disk.directory.path))
    var failure: RecordingError?
    var step = 0
    while failure == nil, step < 100_000 {
      do throws(RecordingError) {
        let direction: Direction = step % 3 == 0 ? .sent : .received
        let start = direction == .sent ? recording.sentCount : recording.receivedCount
        let moment = Timestamp(nanoseconds: UInt64(step))
        try recording.append(direction, pattern(start..<start + 50_000), at: moment)
        step += 1
      } catch {
        failure = error
      }
    }
    #expect(failure == .diskFull(directory: disk.directory.path))
    #expect(recording.cut == failure)
    let snapshot = recording.snapshot
    var ends: [Direction: Int] = [.sent: 0, .received: 0]
    for transfer in try snapshot.transfers.transfers(in: 0..<snapshot.transfers.count) {
      #expect(transfer.range.lowerBound == ends[transfer.direction])
      ends[transfer.direction] = transfer.range.upperBound
    }
    #expect(ends == [.sent: snapshot.sent.count, .received: snapshot.received.count])
  }
}
