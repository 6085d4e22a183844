package dev.sojourn.agent.bootstrap.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A path from one of a call's objects over accessors and fields, such as {@code
 * arg.getTrigger.getKey} or {@code arg.getHeaders.get('sent')}; one that ends in {@code :class}
 * leads to the name of the object's class, one in {@code :count(com.acme.Failed)} to how many of a
 * collection's elements are of that class. Thread-safe.
 */
final class ObjectPath {
  private static final String CLASS = ":class";
  private static final String COUNT = ":count(";

  private final Root root;
  private final List<ObjectPathStep> steps;
  private final boolean toClassName;
  private final String counted;

  private ObjectPath(Root root, List<ObjectPathStep> steps, boolean toClassName, String counted) {
    this.root = root;
    this.steps = steps;
    this.toClassName = toClassName;
    this.counted = counted;
  }

  static ObjectPath parse(String text) {
    boolean toClassName = text.endsWith(CLASS);
    int count = text.indexOf(COUNT);
    String counted = count < 0 ? null : text.substring(count + COUNT.length(), text.length() - 1);
    int end = toClassName ? text.length() - CLASS.length() : count < 0 ? text.length() : count;
    List<ObjectPathStep> steps = new ArrayList<>();
    int from = text.indexOf('.');
    String root = from < 0 || from > end ? text.substring(0, end) : text.substring(0, from);
    while (from >= 0 && from < end) {
      int next = endOfStep(text, from + 1, end);
      steps.add(ObjectPathStep.parse(text.substring(from + 1, next)));
      from = next;
    }
    return new ObjectPath(Root.of(root), steps, toClassName, counted);
  }

  /** Dots between parentheses belong to an argument. */
  private static int endOfStep(String text, int from, int end) {
    int depth = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' && depth == 0) {
        return i;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return end;
  }

  /** What the path leads to; null if it breaks off. */
  Object follow(Call call) throws ReflectiveOperationException {
    Object current = root.in(call);
    for (int i = 0; i < steps.size() && current != null; i++) {
      current = steps.get(i).follow(current);
    }
    if (current == null) {
      return null;
    }
    if (counted != null) {
      return current instanceof Collection<?> elements ? count(elements) : null;
    }
    return toClassName ? TaskTypes.nameOf(current.getClass()) : current;
  }

  private int count(Collection<?> elements) {
    int count = 0;
    for (Object element : elements) {
      if (element != null && element.getClass().getName().equals(counted)) {
        count++;
      }
    }
    return count;
  }

  /**
   * The objects of a call of a framework's entry point.
   *
   * @param subject on which it was called; null for a static method
   * @param first its first argument; null if it has none
   * @param second its second argument; null if it has none
   */
  record Call(Object subject, Object first, Object second) {}

  private enum Root {
    THIS,
    ARG,
    ARG2;

    static Root of(String text) {
      return switch (text) {
        case "this" -> THIS;
        case "arg" -> ARG;
        case "arg2" -> ARG2;
        default ->
            throw new IllegalArgumentException("a path begins at this, arg or arg2: " + text);
      };
    }

    Object in(Call call) {
      return switch (this) {
        case THIS -> call.subject();
        case ARG -> call.first();
        case ARG2 -> call.second();
      };
    }
  }
}
