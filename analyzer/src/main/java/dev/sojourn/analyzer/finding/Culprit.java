package dev.sojourn.analyzer.finding;

/**
 * Who took the time: as much of it as applies and is known.
 *
 * @param method qualified method such as {@code com.acme.Stock.audit}
 * @param line line number in it; -1 where it is not known
 * @param lock name of a lock
 * @param thread name of a thread, or the common part of several
 * @param endpoint host and port
 * @param path a file
 * @param executor name of an executor
 * @param className a class, such as that of the objects that pile up
 */
public record Culprit(
    String method,
    int line,
    String lock,
    String thread,
    String endpoint,
    String path,
    String executor,
    String className) {
  /** Stands for a culprit that is not known. */
  public static final Culprit UNKNOWN = new Culprit("", -1, "", "", "", "", "", "");

  /** The same with a place in the code. */
  public Culprit withMethod(String other, int otherLine) {
    return new Culprit(
        orEmpty(other), otherLine, lock, thread, endpoint, path, executor, className);
  }

  /** The same with a lock. */
  public Culprit withLock(String other) {
    return new Culprit(method, line, orEmpty(other), thread, endpoint, path, executor, className);
  }

  /** The same with a thread. */
  public Culprit withThread(String other) {
    return new Culprit(method, line, lock, orEmpty(other), endpoint, path, executor, className);
  }

  /** The same with an endpoint. */
  public Culprit withEndpoint(String other) {
    return new Culprit(method, line, lock, thread, orEmpty(other), path, executor, className);
  }

  /** The same with a file. */
  public Culprit withPath(String other) {
    return new Culprit(method, line, lock, thread, endpoint, orEmpty(other), executor, className);
  }

  /** The same with an executor. */
  public Culprit withExecutor(String other) {
    return new Culprit(method, line, lock, thread, endpoint, path, orEmpty(other), className);
  }

  /** The same with a class. */
  public Culprit withClassName(String other) {
    return new Culprit(method, line, lock, thread, endpoint, path, executor, orEmpty(other));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
