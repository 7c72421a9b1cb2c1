/// What the parser knows of the start line or field line under way.
struct LineState: Sendable {
  /// Offset at which the line is too long.
  var limit = Int.max
  /// Offset of the last CR.
  var carriageReturn = 0

  // Start line
  /// Words after the method.
  var wordCount = 0
  var targetStart = 0
  /// End of the word before the last.
  var targetEnd = 0
  var wordStart = 0
  var wordEnd = 0
  var gapStart = 0
  /// The gap has white space other than SP.
  var gapIsOdd = false
  /// The first gap that is not one space; negative where there is none.
  var badGapStart = -1
  var badGapEnd = -1
  var version = VersionMatcher()
  /// First byte of the method or field name that a token does not allow; negative where there is none.
  var badByte = -1
  /// First byte that a target does not allow; negative where there is none.
  var badTargetByte = -1
  /// That byte is "#", which begins a fragment.
  var badTargetByteBeginsFragment = false
  /// The first word behind the method, which is the target where it is not the version.
  var target = TargetReader(isForConnect: false)
  var digitCount = 0
  var hasReason = false
  var hasControlByte = false
  var hasNUL = false

  // Field line
  /// Offset of the colon; negative where none was met.
  var colon = -1
  /// Where the line end begins, and where it ends.
  var contentEnd = 0
  var end = 0
  /// A field's value may go on in the next line.
  var hasField = false
  var nameEnd = 0
  var field = KnownField.other
  /// A trailer's name is one that must not be there.
  var isForbiddenTrailer = false
  var valueStart = -1
  var valueEnd = -1
  /// Offset from which on the field has more bytes than an event can tell of.
  var fieldLimit = Int.max
}
