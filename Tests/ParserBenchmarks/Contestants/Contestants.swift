import BenchmarkSupport
import Foundation

/// Who takes part: ours, NIO, and parsers in C as far as they are there.
struct Contestants {
  /// What the ratios are to: picohttpparser with SSE4.2, or NIO where that is not there.
  static let yardsticks = ["picohttpparser, native", "NIOHTTP1 HTTPDecoder"]

  let all: [any Contestant]
  /// Who could take part, and how it would.
  let absent: [String]

  init(_ options: Options, in folder: TemporaryFolder) throws {
    let compiler = CCompiler(folder: folder)
    var all: [any Contestant] = Barewire.both
    var absent: [String] = []
    if let checkout = options.picohttpparser {
      all += try Self.picohttpparser(checkout, compiler)
    } else {
      absent.append("picohttpparser, with which ours is to be compared (--picohttpparser DIR, a checkout)")
    }
    if let checkout = options.llhttp {
      all += try Self.llhttp(checkout, compiler)
    } else {
      absent.append("llhttp (--llhttp DIR, a release or .build/checkouts/swift-nio/Sources/CNIOLLHTTP)")
    }
    if let parser = Self.httpParser(compiler) {
      all.append(parser)
    } else {
      absent.append("libhttp-parser (Debian's libhttp-parser-dev)")
    }
    all.append(SwiftNIO())
    self.all = all.filter { options.takes($0) }
    self.absent = absent
  }

  private static func picohttpparser(_ checkout: String, _ compiler: CCompiler) throws -> [any Contestant] {
    let file = try find(["picohttpparser.c"], in: checkout)
    func compiled(_ name: String, _ flag: String) throws -> CompiledParser {
      try compiler.parser(
        name, driver: DriverSource.picohttpparser, files: [file], headers: [checkout], flags: [flag])
    }
    return [
      try compiled("picohttpparser, native", "-march=native"), try compiled("picohttpparser, plain", "-mno-sse4.2"),
      try compiler.parser("copying the reads alone", driver: DriverSource.copying, flags: []),
    ]
  }

  /// A release of llhttp, Node's copy, NIO's copy, or a checkout after `npm run build`.
  private static func llhttp(_ checkout: String, _ compiler: CCompiler) throws -> [any Contestant] {
    let machine = try find(["src/llhttp.c", "build/c/llhttp.c", "llhttp.c", "c_nio_llhttp.c"], in: checkout)
    let prefix = machine.hasSuffix("c_nio_llhttp.c") ? "c_nio_" : ""
    let files = try ["api.c", "http.c"].map {
      try find(["src/\(prefix)\($0)", "src/native/\(prefix)\($0)", "\(prefix)\($0)"], in: checkout)
    }
    let headers = ["include", "build", "src/native", "."].map { "\(checkout)/\($0)" }
    return try [("llhttp, native", "-march=native"), ("llhttp, plain", "-mno-sse4.2")].map { name, flag in
      try compiler.parser(
        name, driver: DriverSource.llhttp(prefix: prefix), files: [machine] + files, headers: headers, flags: [flag])
    }
  }

  private static func httpParser(_ compiler: CCompiler) -> CompiledParser? {
    let name = "libhttp_parser.so.2.9"
    guard let library = dlopen(name, RTLD_NOW) else { return nil }
    dlclose(library)
    return try? compiler.parser("libhttp-parser 2.9", driver: DriverSource.httpParser, flags: ["-l:\(name)"])
  }

  private static func find(_ names: [String], in checkout: String) throws -> String {
    for name in names where FileManager.default.isReadableFile(atPath: "\(checkout)/\(name)") {
      return "\(checkout)/\(name)"
    }
    throw MeasurementFailure("\(checkout) has none of \(names.joined(separator: ", ")).")
  }
}
