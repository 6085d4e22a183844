package dev.sojourn.analyzer.event;

import java.util.regex.Pattern;

/**
 * One frame of a stack trace.
 *
 * @param className binary name such as {@code com.acme.Stock$Shelf}
 * @param method name of the method
 * @param line line number; -1 where it is not known
 */
public record Frame(String className, String method, int line) {
  /** Numbers and addresses of classes that the JVM made, which are others in each run. */
  private static final Pattern MADE_BY_JVM =
      Pattern.compile("(?:\\$\\d+)?[+/.]0x\\p{XDigit}+(?:[./]\\d+)?");

  /**
   * Class and method, such as {@code com.acme.Stock.reserve}; the same in each run, so that runs
   * can be compared.
   */
  public String qualifiedMethod() {
    String name =
        className.contains("0x") ? MADE_BY_JVM.matcher(className).replaceAll("") : className;
    return name + "." + method;
  }
}
