package dev.sojourn.agent.bootstrap.job;

import java.util.ArrayList;
import java.util.List;

/**
 * How a framework's entry point tells the name of its job, when it was due, and how often it was
 * tried.
 */
final class FrameworkEntry {
  private final List<Object> name;
  private final ObjectPath due;
  private final ObjectPath retries;

  private FrameworkEntry(List<Object> name, ObjectPath due, ObjectPath retries) {
    this.name = name;
    this.due = due;
    this.retries = retries;
  }

  static FrameworkEntry parse(String name, String due, String retries) {
    List<Object> parts = new ArrayList<>();
    for (String part : name.split(" \\+ ")) {
      String text = part.trim();
      boolean literal = text.startsWith("'");
      parts.add(literal ? text.substring(1, text.length() - 1) : ObjectPath.parse(text));
    }
    return new FrameworkEntry(parts, path(due), path(retries));
  }

  private static ObjectPath path(String text) {
    return text.isEmpty() ? null : ObjectPath.parse(text);
  }

  String name(Object subject, Object argument) throws ReflectiveOperationException {
    StringBuilder whole = new StringBuilder();
    for (Object part : name) {
      whole.append(part instanceof ObjectPath path ? path.follow(subject, argument) : part);
    }
    return whole.toString();
  }

  /** When the run was due; 0 where the framework does not tell. */
  long dueEpochMillis(Object subject, Object argument) throws ReflectiveOperationException {
    return due != null && due.follow(subject, argument) instanceof Number millis
        ? millis.longValue()
        : 0;
  }

  /** 1, or more for a retry. */
  int attempt(Object subject, Object argument) throws ReflectiveOperationException {
    return retries != null && retries.follow(subject, argument) instanceof Number before
        ? before.intValue() + 1
        : 1;
  }
}
