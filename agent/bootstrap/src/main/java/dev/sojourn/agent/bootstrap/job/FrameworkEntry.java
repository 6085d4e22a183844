package dev.sojourn.agent.bootstrap.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * How a framework's entry point tells the name of its job, since when it waited, how often it was
 * tried, and whether it failed. Immutable.
 */
final class FrameworkEntry {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<Object> name;
  private final String own;
  private final List<ObjectPath> due;
  private final List<ObjectPath> since;
  private final List<ObjectPath> attempt;
  private final List<ObjectPath> retries;
  private final List<ObjectPath> failure;
  private final ObjectPath state;
  private final String failedState;

  private FrameworkEntry(Map<String, String> cells) {
    name = parts(cells.get("job"));
    own = cells.get("own");
    due = paths(cells.get("due"));
    since = paths(cells.get("since"));
    attempt = paths(cells.get("attempt"));
    retries = paths(cells.get("retries"));
    failure = paths(cells.get("failure"));
    String failed = cells.get("failed");
    int is = failed == null ? -1 : failed.indexOf(" = ");
    state = is < 0 ? null : ObjectPath.parse(failed.substring(0, is));
    failedState = is < 0 ? null : failed.substring(is + " = ".length());
  }

  static FrameworkEntry parse(Map<String, String> cells) {
    return new FrameworkEntry(cells);
  }

  private static List<Object> parts(String text) {
    List<Object> parts = new ArrayList<>();
    for (String part : text.split(" \\+ ")) {
      boolean literal = part.startsWith("'");
      parts.add(literal ? part.substring(1, part.length() - 1) : ObjectPath.parse(part));
    }
    return parts;
  }

  /** Alternatives, the first that leads somewhere counts. */
  private static List<ObjectPath> paths(String text) {
    List<ObjectPath> paths = new ArrayList<>();
    if (text != null) {
      for (String path : text.split(" or ")) {
        paths.add(ObjectPath.parse(path));
      }
    }
    return paths;
  }

  /**
   * The job's name; null where the framework calls itself: the user's work lies deeper.
   *
   * @throws ReflectiveOperationException if this version of the framework tells no name
   */
  String name(ObjectPath.Call call) throws ReflectiveOperationException {
    StringBuilder whole = new StringBuilder();
    for (Object part : name) {
      Object piece = part instanceof ObjectPath path ? path.follow(call) : part;
      if (piece == null) {
        throw new NoSuchFieldException("this version of the framework tells no job's name");
      }
      whole.append(piece);
    }
    String job = whole.toString();
    return isOwn(job) ? null : job;
  }

  private boolean isOwn(String className) {
    return own != null && className.startsWith(own);
  }

  /** How long ago the run was due; -1 where the framework does not tell. */
  long lateNanos(ObjectPath.Call call) throws ReflectiveOperationException {
    return nanosSince(first(due, call));
  }

  /** How long ago what the run works on was handed over; -1 where the framework does not tell. */
  long waitingNanos(ObjectPath.Call call) throws ReflectiveOperationException {
    return nanosSince(first(since, call));
  }

  private static long nanosSince(Object time) {
    long epochNanos = epochNanos(time);
    if (epochNanos <= 0) {
      return -1;
    }
    return Math.max(0, epochNanos(Instant.now()) - epochNanos);
  }

  private static long epochNanos(Object time) {
    if (time instanceof Instant instant) {
      return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }
    if (time instanceof Date date) {
      return date.getTime() * NANOS_PER_MILLI;
    }
    return time instanceof Number millis ? millis.longValue() * NANOS_PER_MILLI : 0;
  }

  /** 1, or more for a retry. */
  int attempt(ObjectPath.Call call) throws ReflectiveOperationException {
    if (first(attempt, call) instanceof Number number) {
      return Math.max(1, number.intValue());
    }
    return first(retries, call) instanceof Number before ? before.intValue() + 1 : 1;
  }

  /**
   * Of the exception that ended the call, or that the framework keeps, the user's; null for none.
   */
  Throwable failure(ObjectPath.Call call, Throwable thrown) throws ReflectiveOperationException {
    if (thrown == null) {
      return hasFailed(call) && first(failure, call) instanceof Throwable kept ? kept : null;
    }
    Throwable user = thrown;
    while (user.getCause() != null && (isReflection(user) || isOwn(user.getClass().getName()))) {
      user = user.getCause();
    }
    return user;
  }

  /** Whether an exception that the framework keeps was the end of the run, and not mended. */
  private boolean hasFailed(ObjectPath.Call call) throws ReflectiveOperationException {
    return state == null || failedState.equals(String.valueOf(state.follow(call)));
  }

  private static boolean isReflection(Throwable failure) {
    return failure instanceof ReflectiveOperationException;
  }

  /** What the first of the paths leads to that leads somewhere; of a collection, the first. */
  private static Object first(List<ObjectPath> paths, ObjectPath.Call call)
      throws ReflectiveOperationException {
    for (ObjectPath path : paths) {
      Object found = path.follow(call);
      if (found instanceof Collection<?> several) {
        found = several.isEmpty() ? null : several.iterator().next();
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
