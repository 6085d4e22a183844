package dev.sojourn.agent.bootstrap.job;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A path from an object over accessors and fields without parameters, such as {@code
 * arg.getTrigger.getKey}. Each class on the way is searched once. Thread-safe.
 */
final class ObjectPath {
  private static final String CLASS = ":class";
  private final boolean fromArgument;
  private final boolean toClassName;
  private final String[] steps;
  private final Map<String, AccessibleObject> members = new ConcurrentHashMap<>();

  private ObjectPath(boolean fromArgument, boolean toClassName, String[] steps) {
    this.fromArgument = fromArgument;
    this.toClassName = toClassName;
    this.steps = steps;
  }

  static ObjectPath parse(String text) {
    boolean toClassName = text.endsWith(CLASS);
    String path = toClassName ? text.substring(0, text.length() - CLASS.length()) : text;
    String[] parts = path.split("\\.");
    String[] steps = Arrays.copyOfRange(parts, 1, parts.length);
    return new ObjectPath(parts[0].equals("arg"), toClassName, steps);
  }

  /** What the path leads to; null if it breaks off. */
  Object follow(Object subject, Object argument) throws ReflectiveOperationException {
    Object current = fromArgument ? argument : subject;
    for (int i = 0; i < steps.length && current != null; i++) {
      AccessibleObject member = member(current.getClass(), steps[i]);
      current =
          member instanceof Method method ? method.invoke(current) : ((Field) member).get(current);
    }
    return toClassName && current != null ? TaskTypes.nameOf(current.getClass()) : current;
  }

  private AccessibleObject member(Class<?> type, String name) throws ReflectiveOperationException {
    String key = type.getName() + '#' + name;
    AccessibleObject known = members.get(key);
    if (known == null) {
      known = find(type, name);
      known.setAccessible(true);
      members.put(key, known);
    }
    return known;
  }

  private static AccessibleObject find(Class<?> type, String name)
      throws ReflectiveOperationException {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException noAccessor) {
      return type.getField(name);
    }
  }
}
