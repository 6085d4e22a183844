package dev.sojourn.agent.bootstrap.job;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * One step of a path: an accessor with at most one constant argument, or a field. Each class on the
 * way is searched once and not retained. Thread-safe.
 */
final class ObjectPathStep {
  private final String name;
  private final Object argument;
  private final ClassValue<Optional<AccessibleObject>> members =
      new ClassValue<>() {
        @Override
        protected Optional<AccessibleObject> computeValue(Class<?> type) {
          return Optional.ofNullable(find(type));
        }
      };

  private ObjectPathStep(String name, Object argument) {
    this.name = name;
    this.argument = argument;
  }

  /** Reads {@code name}, {@code name('text')} or {@code name(-1)}. */
  static ObjectPathStep parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new ObjectPathStep(text, null);
    }
    String given = text.substring(open + 1, text.length() - 1);
    Object argument =
        given.startsWith("'")
            ? given.substring(1, given.length() - 1)
            : (Object) Integer.valueOf(given);
    return new ObjectPathStep(text.substring(0, open), argument);
  }

  /** What the step leads to; null if the object's class has no such member, or it fails. */
  Object follow(Object from) throws IllegalAccessException {
    AccessibleObject member = members.get(from.getClass()).orElse(null);
    if (member == null) {
      return null;
    }
    if (member instanceof Field field) {
      return field.get(from);
    }
    Method method = (Method) member;
    try {
      return argument == null ? method.invoke(from) : method.invoke(from, argument);
    } catch (InvocationTargetException untold) {
      return null;
    }
  }

  /** A class may be hidden in its module while an interface of it is not. */
  private AccessibleObject find(Class<?> type) {
    if (type == null) {
      return null;
    }
    AccessibleObject member = declared(type);
    if (member != null && member.trySetAccessible()) {
      return member;
    }
    AccessibleObject above = find(type.getSuperclass());
    for (Class<?> implemented : type.getInterfaces()) {
      above = above == null ? find(implemented) : above;
    }
    return above;
  }

  private AccessibleObject declared(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (isWanted(method)) {
        return method;
      }
    }
    if (argument == null) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    return null;
  }

  private boolean isWanted(Method method) {
    if (!method.getName().equals(name) || method.getReturnType() == void.class) {
      return false;
    }
    Class<?>[] parameters = method.getParameterTypes();
    if (argument == null) {
      return parameters.length == 0;
    }
    return parameters.length == 1
        && ((argument instanceof Integer && parameters[0] == int.class)
            || parameters[0].isInstance(argument));
  }
}
