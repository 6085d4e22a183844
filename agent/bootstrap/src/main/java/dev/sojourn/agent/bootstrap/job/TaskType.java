package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectField;
import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;

/**
 * What is known about a class of tasks: how to get at the user's task inside, or its job's name.
 */
final class TaskType {
  /** Not a user's work. */
  static final TaskType IGNORED = new TaskType(null, null, null, false, false);

  private final String name;
  private final ObjectField inner;
  private final ObjectField dependent;
  private final boolean division;
  private final boolean carrier;
  private volatile boolean shared;
  private volatile boolean submissionSeen;
  private volatile Job lastJob;

  private TaskType(
      String name, ObjectField inner, ObjectField dependent, boolean division, boolean carrier) {
    this.name = name;
    this.inner = inner;
    this.dependent = dependent;
    this.division = division;
    this.carrier = carrier;
  }

  static TaskType wrapper(ObjectField inner, ObjectField dependent) {
    return new TaskType(null, inner, dependent, false, false);
  }

  static TaskType task(String name, boolean division) {
    return new TaskType(name, null, null, division, false);
  }

  static TaskType carrier(String name) {
    return new TaskType(name, null, null, false, true);
  }

  /** The job's name; null for a wrapper and for what is not a user's work. */
  String name() {
    return name;
  }

  /** Holds the wrapped task; null if the class is no wrapper. */
  ObjectField inner() {
    return inner;
  }

  /** Holds the {@code CompletableFuture} that the task completes; null if it has none. */
  ObjectField dependent() {
    return dependent;
  }

  /** Whether it is a piece of divided work, which is a job only where it was submitted. */
  boolean isDivision() {
    return division;
  }

  /** Whether it is a job for what it calls only, and nothing where it calls nothing of a user. */
  boolean isCarrier() {
    return carrier;
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

  /** Whether a probe sees such tasks when they are submitted. */
  boolean isSubmissionSeen() {
    return submissionSeen;
  }

  void seeSubmission() {
    if (!submissionSeen) {
      submissionSeen = true;
    }
  }

  /** The job of such tasks on an executor. */
  @OutOfLine
  Job jobOn(ExecutorState executor) {
    Job last = lastJob;
    if (last != null && last.executor() == executor && !last.isForgotten()) {
      return last;
    }
    Job job = JobTable.INSTANCE.of(name, executor);
    lastJob = job;
    return job;
  }
}
