package dev.sojourn.analyzer.detect;

import java.util.regex.Pattern;

/** Frames of lambdas: whoever reads them looks for the method that they were written in. */
final class Lambdas {
  private static final Pattern BODY = Pattern.compile("\\.lambda\\$(.+)\\$\\d+$");

  private Lambdas() {}

  /** The method that a lambda was written in; a job that is a lambda goes by it, too. */
  static String writtenIn(String method) {
    return BODY.matcher(method).replaceFirst(".$1");
  }
}
