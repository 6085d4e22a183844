package dev.sojourn.agent.bootstrap.job;

import java.lang.invoke.MethodHandle;

/**
 * What is known about a class of tasks: how to get at the user's task inside, or its job's name.
 */
final class TaskType {
  /** Not a user's work. */
  static final TaskType IGNORED = new TaskType(null, null, null, false);

  private final String name;
  private final MethodHandle inner;
  private final MethodHandle dependent;
  private final boolean division;
  private volatile boolean shared;

  private TaskType(String name, MethodHandle inner, MethodHandle dependent, boolean division) {
    this.name = name;
    this.inner = inner;
    this.dependent = dependent;
    this.division = division;
  }

  static TaskType wrapper(MethodHandle inner, MethodHandle dependent) {
    return new TaskType(null, inner, dependent, false);
  }

  static TaskType task(String name, boolean division) {
    return new TaskType(name, null, null, division);
  }

  /** The job's name; null for a wrapper and for what is not a user's work. */
  String name() {
    return name;
  }

  /** Gets the wrapped task, (Object)Object; null if the class is no wrapper. */
  MethodHandle inner() {
    return inner;
  }

  /** Gets the {@code CompletableFuture} that the task completes; null if it has none. */
  MethodHandle dependent() {
    return dependent;
  }

  /** Whether it is a piece of divided work, which is a job only where it was submitted. */
  boolean isDivision() {
    return division;
  }

  /**
   * Whether one instance may wait in a queue more than once, as lambdas that capture nothing do.
   */
  boolean isShared() {
    return shared;
  }

  void share() {
    shared = true;
  }
}
