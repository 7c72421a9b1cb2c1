import CKernel
import Glibc
import TestSupport
import Testing

@testable import Recordings

@Suite("A byte log")
struct ByteLogTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(
    "gives back every byte, whichever sizes it was appended in and wherever memory ends",
    arguments: [0, 1, 9, 10, 65_535, 65_536, 65_537, 200_000, 1 << 20])
  func roundTrip(memoryLimit: Int) throws {
    for size in [1, 7, 4096, 32_767, 32_768, 65_536, 262_144] {
      var log = ByteLog(SpoolConfiguration(memoryLimit: memoryLimit, directory: directory.path))
      let total = size == 1 ? 140_000 : 700_000
      let expected = pattern(0..<total)
      var offset = 0
      while offset < total {
        let end = min(total, offset + size)
        try log.append(Array(expected[offset..<end]))
        offset = end
        #expect(log.count == offset)
      }
      let snapshot = log.snapshot
      #expect(try snapshot.bytes(in: 0..<total) == expected)
      for edge in [0, memoryLimit, 65_536, 131_072, total] where edge <= total {
        let range = max(0, edge - 5)..<min(total, edge + 5)
        #expect(try snapshot.bytes(in: range) == Array(expected[range]))
        #expect(try snapshot.read(range) { [UInt8]($0) } == Array(expected[range]))
      }
      var pieces: [UInt8] = []
      try snapshot.forEachPiece(in: 3..<total, size: 50_000) { start, bytes in
        #expect(start == 3 + pieces.count && bytes.count <= 50_000)
        pieces.append(contentsOf: bytes)
        return true
      }
      #expect(pieces == Array(expected[3...]))
    }
  }

  @Test("copies as much as there is and no more")
  func shortCopy() throws {
    var log = ByteLog(SpoolConfiguration(memoryLimit: 4, directory: directory.path))
    try log.append(Array("wire and socket".utf8))
    let snapshot = log.snapshot
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = try buffer.withUnsafeMutableBytes { try snapshot.copy(from: 5, into: $0) }
    #expect(buffer.prefix(count) == Array("and socket".utf8)[...])
    #expect(try buffer.withUnsafeMutableBytes { try snapshot.copy(from: 15, into: $0) } == 0)
    #expect(try buffer.withUnsafeMutableBytes { try snapshot.copy(from: 99, into: $0) } == 0)
  }

  @Test("stops showing pieces when told to")
  func stoppedPieces() throws {
    var log = ByteLog(SpoolConfiguration(memoryLimit: 100_000, directory: directory.path))
    try log.append(pattern(0..<400_000))
    var seen = 0
    try log.snapshot.forEachPiece(in: 0..<400_000, size: 10_000) { _, bytes in
      seen += bytes.count
      return seen < 150_000
    }
    #expect((150_000..<160_000).contains(seen))
  }

  @Test("keeps its snapshots as they were while it grows, also after it is gone")
  func snapshots() throws {
    var kept: [(ByteLogSnapshot, Int)] = []
    do {
      var log = ByteLog(SpoolConfiguration(memoryLimit: 70_000, directory: directory.path))
      for step in 0..<300 {
        let start = log.count
        try log.append(pattern(start..<start + 1 + step * 7))
        kept.append((log.snapshot, log.count))
      }
    }
    for (snapshot, count) in kept {
      #expect(snapshot.count == count)
      #expect(try snapshot.bytes(in: 0..<count) == pattern(0..<count))
    }
  }

  @Test("can be read by many tasks while one appends")
  func concurrentReaders() async throws {
    actor Writer {
      var log: ByteLog
      init(_ configuration: SpoolConfiguration) { log = ByteLog(configuration) }
      func append(_ count: Int) throws -> ByteLogSnapshot {
        try log.append(pattern(log.count..<log.count + count))
        return log.snapshot
      }
      var snapshot: ByteLogSnapshot { log.snapshot }
    }
    let writer = Writer(SpoolConfiguration(memoryLimit: 100_000, directory: directory.path))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        for step in 0..<400 { _ = try await writer.append(step % 9 == 0 ? 40_000 : 123) }
        return true
      }
      for reader in 0..<4 {
        group.addTask {
          for step in 0..<60 {
            let snapshot = await writer.snapshot
            let end = snapshot.count
            let start = max(0, end - 1000 - reader * 30_000 * (step % 3))
            if try snapshot.bytes(in: start..<end) != pattern(start..<end) { return false }
            await Task.yield()
          }
          return true
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }

  @Test("makes its directory with mode 0700 and leaves no name in it")
  func modes() throws {
    let path = directory.path + "/cache/barewire"
    var log = ByteLog(SpoolConfiguration(memoryLimit: 10, directory: path))
    try log.append([1, 2, 3])
    #expect(try directory.names.isEmpty)
    try log.append(pattern(0..<100_000))
    var status = stat()
    for made in [path, directory.path + "/cache"] {
      #expect(stat(made, &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o700)
    }
    #expect(try TemporaryDirectory.names(in: path).isEmpty)

    let file = try SpoolFile(directory: path)
    #expect(fstat(file.descriptor, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(status.st_nlink == 0)
    #expect(fcntl(file.descriptor, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test("closes its file with the last snapshot")
  func descriptorLifetime() throws {
    var snapshot: ByteLogSnapshot?
    let descriptor: Int32
    do {
      let file = try SpoolFile(directory: directory.path)
      descriptor = file.descriptor
      var log = ByteLog(SpoolConfiguration(memoryLimit: 0, directory: directory.path), file: file)
      try log.append(pattern(0..<100_000))
      snapshot = log.snapshot
    }
    var before = stat()
    #expect(fstat(descriptor, &before) == 0)
    #expect(snapshot?.count == 100_000)
    snapshot = nil
    var after = stat()
    // Another test may have taken the number for a file of its own by now.
    #expect(fstat(descriptor, &after) != 0 || after.st_ino != before.st_ino)
  }

  @Test("says in words that its directory cannot be used, and keeps what is in memory")
  func unusableDirectory() throws {
    var log = ByteLog(SpoolConfiguration(memoryLimit: 50_000, directory: "/proc/barewire"))
    try log.append(pattern(0..<50_000))
    let error = try #require(#expect(throws: RecordingError.self) { try log.append(pattern(0..<40_000)) })
    #expect(error.message.contains("/proc/barewire"))
    #expect(log.cut == error)
    #expect(throws: error) { try log.append([1]) }
    #expect(try log.snapshot.bytes(in: 0..<50_000) == pattern(0..<50_000))
  }
}
