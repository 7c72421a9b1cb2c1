import NIOCore

/// Keeps a task's steps between actors on the event loop.
///
/// A continuation resumes on the task's executor before it gets back to its actor. Without this that is the global pool,
/// whose few threads may be busy for long: the socket would wait for them.
final class LoopTaskExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
