package dev.sojourn.analyzer.event;

/**
 * One frame of a stack trace.
 *
 * @param className binary name such as {@code com.acme.Stock$Shelf}
 * @param method name of the method
 * @param line line number; -1 where it is not known
 */
public record Frame(String className, String method, int line) {
  /** Class and method, such as {@code com.acme.Stock.reserve}. */
  public String qualifiedMethod() {
    return className + "." + method;
  }
}
