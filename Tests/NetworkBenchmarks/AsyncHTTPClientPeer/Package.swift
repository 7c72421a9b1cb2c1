// swift-tools-version: 6.2

import PackageDescription

// A package of its own: whoever builds Barewire or tests it builds none of this.
let package = Package(
  name: "async-http-client-peer",
  dependencies: [
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0")
  ],
  targets: [
    .executableTarget(
      name: "async-http-client-peer",
      dependencies: [.product(name: "AsyncHTTPClient", package: "async-http-client")],
      path: "Sources/AsyncHTTPClientPeer")
  ])
