import JSONText

@testable import JSONPath

/// RFC 9535 as it is written, on a tree in memory: what the evaluation by streams is compared with.
extension JSONTree {
  typealias Node = (path: [JSONStep], value: JSONTree)

  func nodes(_ segments: [JSONPathSegment]) -> [Node] {
    var nodes: [Node] = [([], self)]
    for segment in segments {
      nodes = nodes.flatMap { node in
        (segment.isDescendant ? Self.visited(node) : [node]).flatMap { visited in
          segment.selectors.flatMap { Self.children(of: visited, by: $0) }
        }
      }
    }
    return nodes
  }

  private static func visited(_ node: Node) -> [Node] {
    [node] + node.value.children.flatMap { visited((node.path + [$0.step], $0.value)) }
  }

  private static func children(of node: Node, by selector: JSONPathSelector) -> [Node] {
    let all: [Node] = node.value.children.map { (node.path + [$0.step], $0.value) }
    let elements = node.value.isObject ? [] : all
    switch selector {
    case .wildcard: return all
    case .name(let name):
      return zip(all, node.value.children).filter { _, child in
        child.step == .name(String(decoding: name, as: UTF8.self))
      }.map(\.0)
    case .index(let index):
      let place = index < 0 ? elements.count + index : index
      return elements.indices.contains(place) ? [elements[place]] : []
    case .slice(let slice):
      guard slice.step != 0 else { return [] }
      func normal(_ index: Int) -> Int { index < 0 ? elements.count + index : index }
      let count = elements.count
      if slice.step > 0 {
        let low = min(max(normal(slice.start ?? 0), 0), count)
        let high = min(max(normal(slice.end ?? count), 0), count)
        return stride(from: low, to: high, by: slice.step).map { elements[$0] }
      }
      let high = min(max(normal(slice.start ?? count - 1), -1), count - 1)
      let low = slice.end.map { min(max(normal($0), -1), count - 1) } ?? -1
      return stride(from: high, to: low, by: slice.step).map { elements[$0] }
    case .filter(.exists(let chain)):
      // The only kind of filter that is compared so.
      return all.filter { !$0.value.nodes(chain.segments).isEmpty }
    case .filter: return []
    }
  }
}
