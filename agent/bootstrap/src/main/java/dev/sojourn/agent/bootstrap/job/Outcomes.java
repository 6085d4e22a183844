package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.JdkFields;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * How a task ended, asked of the future that it fulfils: most tasks catch their user's exceptions
 * and keep them there.
 */
final class Outcomes {
  private static final MethodHandle FUTURE_OUTCOME = JdkFields.getter(FutureTask.class, "outcome");
  private static final MethodHandle COMPLETABLE_RESULT =
      JdkFields.getter(CompletableFuture.class, "result");
  private static final MethodHandle ALT_EXCEPTION = altException();

  private Outcomes() {}

  /** The exception that a future was completed with by its task; null for none. */
  static Throwable failureOf(Object future) throws Throwable {
    if (future instanceof FutureTask<?> task) {
      return task.isDone() && !task.isCancelled() ? failureOf(task) : null;
    }
    if (future instanceof CompletableFuture<?> completable) {
      return completable.isCompletedExceptionally() ? failureOf(completable) : null;
    }
    if (future instanceof ForkJoinTask<?> task) {
      return task.isCompletedAbnormally() ? task.getException() : null;
    }
    return future instanceof Future<?> other && other.isDone() ? failureOfOther(other) : null;
  }

  private static Throwable failureOfOther(Future<?> done) throws InterruptedException {
    if (done.isCancelled()) {
      return null;
    }
    try {
      done.get();
      return null;
    } catch (ExecutionException failed) {
      return failed.getCause();
    }
  }

  private static Throwable failureOf(FutureTask<?> task) throws Throwable {
    // The outcome of a task that succeeded may be an exception, too: ask how it was set.
    return FutureState.isFailed(task) && FUTURE_OUTCOME != null
        ? (Throwable) (Object) FUTURE_OUTCOME.invokeExact((Object) task)
        : null;
  }

  private static Throwable failureOf(CompletableFuture<?> completable) throws Throwable {
    if (COMPLETABLE_RESULT == null || ALT_EXCEPTION == null) {
      return null;
    }
    Object result = (Object) COMPLETABLE_RESULT.invokeExact((Object) completable);
    Throwable failure = (Throwable) (Object) ALT_EXCEPTION.invokeExact(result);
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static MethodHandle altException() {
    try {
      Class<?> type =
          Class.forName("java.util.concurrent.CompletableFuture$AltResult", false, null);
      return JdkFields.getter(type, "ex");
    } catch (ClassNotFoundException lackedByThisJdk) {
      return null;
    }
  }
}
