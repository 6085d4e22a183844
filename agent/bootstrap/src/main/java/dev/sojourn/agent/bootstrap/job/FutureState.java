package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Suppressed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.FutureTask;

/** The state that a {@code FutureTask} keeps to itself. */
final class FutureState {
  private static final int EXCEPTIONAL = 3;
  private static final VarHandle STATE = state();

  private FutureState() {}

  /** Whether the task ended by an exception of its own, not by being cancelled. */
  static boolean isFailed(FutureTask<?> task) {
    return STATE != null && (int) STATE.getVolatile(task) == EXCEPTIONAL;
  }

  private static VarHandle state() {
    try {
      return MethodHandles.privateLookupIn(FutureTask.class, MethodHandles.lookup())
          .findVarHandle(FutureTask.class, "state", int.class);
    } catch (ReflectiveOperationException failure) {
      Suppressed.add(failure);
      return null;
    }
  }
}
