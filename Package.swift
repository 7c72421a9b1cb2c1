// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHPACK = Target.Dependency.product(name: "NIOHPACK", package: "swift-nio-http2")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let structuredFieldValues = Target.Dependency.product(
  name: "RawStructuredFieldValues", package: "swift-http-structured-headers")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// Swift's libraries inside the released programs: they start twice as fast, and run where no Swift is installed.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections"],
    .when(platforms: [.linux], configuration: .release))
]

func source(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "barewire",
  products: [
    .executable(name: "barewire", targets: ["barewire"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-structured-headers", from: "1.7.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // C: headers and module maps for what Swift cannot import as it is.
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "COpenSSL",
      linkerSettings: [.linkedLibrary("ssl"), .linkedLibrary("crypto")]),
    .target(
      name: "CZlib",
      linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "CBrotli",
      linkerSettings: [.linkedLibrary("brotlidec"), .linkedLibrary("brotlienc")]),
    .target(
      name: "CZstd",
      linkerSettings: [.linkedLibrary("zstd")]),
    .target(
      name: "CImages",
      linkerSettings: [
        .linkedLibrary("png"), .linkedLibrary("turbojpeg"), .linkedLibrary("gif"), .linkedLibrary("sixel"),
      ]),
    .target(name: "CKernel"),
    .target(name: "CByteMasks"),

    source("HTTPMessages", ["CByteMasks"]),
    source("HTTP2", ["HTTPMessages"]),
    source("FieldValues", [structuredFieldValues]),
    source("JSONText", ["CByteMasks"]),
    source("JSONPath", ["JSONText"]),
    source("Differences", ["JSONText"]),
    source("Settings", ["JSONText", "TerminalText"]),
    source("Pictures", ["CImages", "TerminalText"]),
    source("TerminalText"),
    source("TextRopes"),
    source("Recordings", ["CKernel"]),
    source("ContentCodings", ["CZlib", "CBrotli", "CZstd"]),
    source("TLSEngine", ["COpenSSL"]),
    source("DigestAuthentication", ["COpenSSL"]),
    source("Exchanges", ["HTTP2", "HTTPMessages", "Recordings"]),
    source("Routes", ["Exchanges", "HTTPMessages", "Recordings"]),
    source(
      "Documents",
      [
        "CByteMasks", "ContentCodings", "Differences", "Exchanges", "FieldValues", "HTTP2", "HTTPMessages", "JSONPath",
        "JSONText", "Pictures", "Recordings", "TerminalText", subprocess,
      ]),
    source("Workspaces", ["ContentCodings", "DigestAuthentication", "HTTP2", "HTTPMessages", "JSONText", "TextRopes"]),
    source(
      "Connections",
      ["Exchanges", "HTTP2", "HTTPMessages", "Recordings", "Routes", "TLSEngine", "CKernel", nioCore, nioPosix]),
    source(
      "PracticeServer",
      [
        "ContentCodings", "DigestAuthentication", "HTTPMessages", "HTTP2", "JSONText", "Pictures", "TLSEngine", nioCore,
        nioPosix,
      ]),
    source("TerminalUI", ["TerminalText"]),
    source("NcursesTerminal", ["TerminalUI", "CNcurses"]),
    source(
      "Workbench",
      [
        "ContentCodings", "Exchanges", "FieldValues", "Documents", "JSONPath", "Pictures", "Workspaces", "HTTPMessages",
        "TerminalText", "TextRopes",
      ]),
    source(
      "WorkbenchViews",
      [
        "Workbench", "TerminalUI", "TerminalText", "Exchanges", "Documents", "Pictures", "Recordings", "Settings",
        "Workspaces",
        "HTTPMessages",
      ]),
    source(
      "Headless",
      [
        "Connections", "ContentCodings", "Documents", "Exchanges", "HTTP2", "HTTPMessages", "Recordings", "Routes",
        "Workspaces", "TerminalText", "PracticeServer", "TLSEngine",
      ]),
    .executableTarget(
      name: "barewire",
      dependencies: [
        "Headless", "Connections", "ContentCodings", "Documents", "Exchanges", "HTTPMessages", "JSONPath", "Pictures",
        "Recordings", "Routes", "Settings", "Workspaces", "Workbench", "WorkbenchViews", "TerminalText", "TerminalUI",
        "TextRopes", "NcursesTerminal", "PracticeServer", "TLSEngine", argumentParser, subprocess,
      ],
      swiftSettings: house,
      linkerSettings: staticRuntime),

    .executableTarget(
      name: "barewire-benchmarks",
      dependencies: [
        "BenchmarkSupport", "barewire", "Headless", "Connections", "Documents", "Exchanges", "Recordings", "Routes",
        "Workspaces", "Workbench", "WorkbenchViews", "TerminalUI", "NcursesTerminal", "PracticeServer",
      ],
      path: "Tests/Benchmarks",
      swiftSettings: house),
    // A program of its own, so that it builds in a minute.
    .executableTarget(
      name: "barewire-parser-benchmarks",
      dependencies: ["BenchmarkSupport", "CCounters", "HTTPMessages", nioCore, nioEmbedded, nioHTTP1],
      path: "Tests/ParserBenchmarks",
      swiftSettings: house),
    // Another one; AsyncHTTPClient, which it is measured beside, is built only by who asks for it (README.md).
    .executableTarget(
      name: "barewire-network-benchmarks",
      dependencies: ["BenchmarkSupport", "Connections", "Exchanges", "Recordings", "TLSEngine"],
      path: "Tests/NetworkBenchmarks",
      exclude: ["AsyncHTTPClientPeer"],
      swiftSettings: house),
    // So is this one: bodies of a gigabyte divided into rows, searched and queried.
    .executableTarget(
      name: "barewire-document-benchmarks",
      dependencies: [
        "BenchmarkSupport", "Documents", "Exchanges", "HTTPMessages", "JSONPath", "JSONText", "Recordings",
      ],
      path: "Tests/DocumentBenchmarks", swiftSettings: house),
    .target(name: "BenchmarkSupport", path: "Tests/BenchmarkSupport", swiftSettings: house),
    .target(name: "CCounters", path: "Tests/CCounters"),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .target(
      name: "ParserProperties", dependencies: ["HTTPMessages"], path: "Tests/ParserProperties", swiftSettings: house),
    tests("HTTPMessagesTests", ["HTTPMessages", "ParserProperties"], exclude: ["Cases"]),
    tests("HTTP2Tests", ["HTTP2", "HTTPMessages"]),
    tests("HPACKPeerTests", ["HTTP2", nioCore, nioHPACK]),
    tests("FieldValuesTests", ["FieldValues", structuredFieldValues], exclude: ["Readings"]),
    tests("JSONTextTests", ["JSONText", "TestSupport"], exclude: ["Cases"]),
    tests("JSONPathTests", ["JSONPath", "JSONText", "TestSupport"], exclude: ["Cases"]),
    tests("DifferencesTests", ["Differences", "TestSupport"]),
    tests("SettingsTests", ["Settings"]),
    tests("PicturesTests", ["CImages", "Pictures"]),
    tests("TerminalTextTests", ["TerminalText"]),
    tests("TextRopesTests", ["TextRopes", "TestSupport"]),
    tests("RecordingsTests", ["Recordings", "TestSupport"]),
    tests("ContentCodingsTests", ["ContentCodings"]),
    tests("TLSEngineTests", ["TLSEngine"]),
    tests("DigestAuthenticationTests", ["DigestAuthentication"]),
    tests("ExchangesTests", ["Exchanges", "HTTPMessages", "Recordings"]),
    tests("RoutesTests", ["Routes", "Exchanges", "Recordings"]),
    tests(
      "DocumentsTests",
      [
        "ContentCodings", "Documents", "Exchanges", "HTTP2", "HTTPMessages", "JSONPath", "JSONText", "Recordings",
        "TerminalText", "TestSupport",
      ]),
    tests(
      "DocumentProperties",
      ["Documents", "Exchanges", "HTTPMessages", "JSONPath", "JSONText", "ParserProperties", "Recordings"],
      exclude: ["Corpus"]),
    tests("WorkspacesTests", ["ContentCodings", "Workspaces", "HTTPMessages", "JSONText", "TestSupport"]),
    tests(
      "ConnectionsTests",
      [
        "Connections", "Exchanges", "HTTPMessages", "Recordings", "Routes", "PracticeServer", "TLSEngine",
        "TestSupport",
      ]),
    tests("PracticeServerTests", ["PracticeServer", "HTTP2", "TLSEngine", "TestSupport", nioCore]),
    tests("TerminalUITests", ["TerminalUI"]),
    tests(
      "HeadlessTests",
      [
        "ContentCodings", "Headless", "Connections", "Exchanges", "HTTPMessages", "Recordings", "Routes", "Workspaces",
        "PracticeServer",
      ]),
    tests(
      "WorkbenchTests",
      [
        "ContentCodings", "Workbench", "Exchanges", "Documents", "HTTPMessages", "JSONPath", "JSONText", "Pictures",
        "Recordings", "TestSupport", "TextRopes", "Workspaces",
      ]),
    tests(
      "ScreenTests",
      [
        "Documents", "Exchanges", "HTTPMessages", "Pictures", "Recordings", "Settings", "TerminalText", "TerminalUI",
        "TestSupport", "Workbench", "WorkbenchViews", "Workspaces",
      ],
      exclude: ["Screens"]),
    tests("EndToEndTests", ["barewire", "TestSupport", subprocess]),
  ]
)

// What .ci/fuzz builds, instrumented, with libFuzzer: the parser, the documents and what these need (Tests/Fuzzing).
if Context.environment["BAREWIRE_FUZZING"] != nil {
  // What C has in its headers is inlined into Swift only where it is instrumented too.
  let sanitized = ["-sanitize=address", "-Xcc", "-fsanitize=address"]
  // Inputs are sought that reach more of these.
  let covered = ["HTTPMessages", "Documents", "FieldValues", "JSONPath"]
  let read: Set = [
    "CByteMasks", "CKernel", "CZlib", "CBrotli", "CZstd", "CImages", "HTTPMessages", "HTTP2", "FieldValues", "JSONText",
    "JSONPath", "Differences", "Pictures", "TerminalText", "Recordings", "ContentCodings", "Exchanges", "Documents",
    "ParserProperties",
  ]
  package.targets.removeAll { !read.contains($0.name) }
  for target in package.targets where target.swiftSettings != nil {
    let coverage = covered.contains(target.name) ? ["-sanitize=fuzzer"] : []
    target.swiftSettings? += [.unsafeFlags(sanitized + coverage + ["-enable-testing"])]
  }
  package.targets += [
    .target(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
    .target(
      name: "DocumentProperties",
      dependencies: [
        "Documents", "Exchanges", "HTTPMessages", "JSONPath", "JSONText", "ParserProperties", "Recordings",
      ],
      path: "Tests/DocumentProperties", exclude: ["Corpus", "DocumentPropertiesTests.swift"],
      swiftSettings: house + [.unsafeFlags(sanitized + ["-enable-testing"])]),
    .executableTarget(
      name: "barewire-fuzzing", dependencies: ["CLibFuzzer", "DocumentProperties", "ParserProperties"],
      path: "Tests/Fuzzing", exclude: ["CLibFuzzer", "Corpus"],
      swiftSettings: house + [.unsafeFlags(sanitized)],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
  package.products = []
  package.dependencies.removeAll { dependency in
    guard case .sourceControl(_, let location, _) = dependency.kind else { return true }
    return !["swift-http-structured-headers", "swift-subprocess"].contains { location.hasSuffix($0) }
  }
}

// A part of the package alone, for the tools in .ci that build it in a way of their own: names of targets that need no
// other package.
if let names = Context.environment["BAREWIRE_TARGETS"]?.split(separator: " ").map(String.init) {
  package.targets.removeAll { !names.contains($0.name) }
  package.products = []
  package.dependencies.removeAll { dependency in
    guard names.contains("FieldValues"), case .sourceControl(_, let location, _) = dependency.kind else { return true }
    return !location.hasSuffix("swift-http-structured-headers")
  }
}
