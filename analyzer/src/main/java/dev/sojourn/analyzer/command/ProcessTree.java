package dev.sojourn.analyzer.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command and the processes that it started, which end with it. Not thread-safe. */
final class ProcessTree implements AutoCloseable {
  /** JVMs that are asked to end still write their recordings. */
  private static final int GRACE_SECONDS = 10;

  private final Process process;

  /** The tree of a process that was started just now. */
  ProcessTree(Process process) {
    this.process = process;
  }

  /** The exit code; empty as long as it runs. */
  OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** Ends whatever still runs. */
  @Override
  public void close() {
    // Whose child a process was is not known any more once the parent has ended, so all are looked
    // for before any is asked to end.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, GRACE_SECONDS, TimeUnit.SECONDS)
        .join();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
