package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Who spent time: a job, or outside any job a group of threads whose names differ in numbers only.
 *
 * @param name name of the job, or the threads' name with {@code *} in place of its numbers
 * @param job whether it is a job
 */
public record Actor(String name, boolean job) implements Comparable<Actor> {
  private static final Comparator<Actor> ORDER =
      Comparator.comparing((Actor actor) -> !actor.job()).thenComparing(Actor::name);

  /** A job. */
  public static Actor job(String name) {
    return new Actor(name, true);
  }

  /** The threads that are named like this one. */
  public static Actor threads(String threadName) {
    return ofGroup(ThreadNames.group(threadName));
  }

  /** The threads of a group. */
  static Actor ofGroup(String group) {
    return new Actor(group, false);
  }

  @Override
  public int compareTo(Actor other) {
    return ORDER.compare(this, other);
  }
}
