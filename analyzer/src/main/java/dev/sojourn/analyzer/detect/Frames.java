package dev.sojourn.analyzer.detect;

import java.util.List;
import java.util.regex.Pattern;

/** What the names of methods in a stack tell, such as {@code com.acme.Stock.reserve}. */
final class Frames {
  private static final List<String> JDK = List.of("java.", "jdk.", "sun.");
  private static final Pattern LAMBDA = Pattern.compile("\\.lambda\\$(.+)\\$\\d+$");

  private Frames() {}

  static boolean isJdk(String method) {
    return JDK.stream().anyMatch(method::startsWith);
  }

  /** The method that a lambda was written in; a job that is a lambda goes by it, too. */
  static String writtenIn(String method) {
    return LAMBDA.matcher(method).replaceFirst(".$1");
  }

  /** The class, nested ones with their outer class's name; empty for none. */
  static String classOf(String method) {
    return method.substring(0, Math.max(0, method.lastIndexOf('.')));
  }

  /** The class that is nested in no other. */
  static String outerClassOf(String method) {
    String owner = classOf(method);
    int nested = owner.indexOf('$');
    return nested < 0 ? owner : owner.substring(0, nested);
  }

  /** Empty where there is none. */
  static String packageOf(String method) {
    String owner = classOf(method);
    return owner.substring(0, Math.max(0, owner.lastIndexOf('.')));
  }
}
