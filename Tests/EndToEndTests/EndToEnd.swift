import Testing

/// The built program in a terminal, with real servers: one test after the other, since each takes a core or two.
@Suite(.serialized, .timeLimit(.minutes(5)))
enum EndToEnd {}
