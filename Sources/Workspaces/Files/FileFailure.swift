import Foundation

/// What went wrong with a file, in words.
enum FileFailure {
  /// The reason of an errno, fit for the end of a sentence.
  static func words(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "you have no permission"
    case ENOENT: "it does not exist"
    case ENOTDIR: "a part of its path is not a directory"
    case EISDIR: "it is a directory"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the file system is read-only"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "its name is too long"
    case ELOOP: "its symbolic links lead in a circle"
    case EIO: "the disk reports an input/output error"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
