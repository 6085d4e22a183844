package dev.sojourn.agent.core;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of methods that are jobs.
 *
 * @param text as it was written
 * @param kind what the type part means
 * @param type the classes, the supertype, or the annotation
 * @param method the methods; any for an annotation
 */
record JobPattern(String text, Kind kind, Glob type, Glob method) {
  private static final Pattern NAME = Pattern.compile("[\\w$*]+(\\.[\\w$*]+)*");

  enum Kind {
    /** {@code com.acme.**.*Job#run}: classes by name. */
    CLASS,
    /** {@code +com.acme.Handler#handle}: a type and what extends or implements it. */
    SUBTYPE,
    /** {@code @com.acme.Timed}: methods that carry an annotation, or all of a class that does. */
    ANNOTATION
  }

  static Optional<JobPattern> parse(String text) {
    Kind kind =
        text.startsWith("+") ? Kind.SUBTYPE : text.startsWith("@") ? Kind.ANNOTATION : Kind.CLASS;
    String rest = kind == Kind.CLASS ? text : text.substring(1);
    int hash = rest.indexOf('#');
    if ((kind == Kind.ANNOTATION) == (hash >= 0)) {
      return Optional.empty();
    }
    String type = hash < 0 ? rest : rest.substring(0, hash);
    String method = hash < 0 ? "*" : rest.substring(hash + 1);
    if (!NAME.matcher(type).matches() || !NAME.matcher(method).matches() || method.contains(".")) {
      return Optional.empty();
    }
    return Optional.of(new JobPattern(text, kind, new Glob(type), new Glob(method)));
  }
}
