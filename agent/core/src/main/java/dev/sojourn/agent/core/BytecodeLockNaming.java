package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.lock.AcquireSite;
import dev.sojourn.agent.bootstrap.lock.LockNaming;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names a lock after the field that the acquiring method read it from, as its bytecode tells, such
 * as {@code com.acme.Stock#lock}; else after the site, such as {@code com.acme.Stock.reserve:42}. A
 * lock inside the JDK's own classes is named after the host's field that holds the object in
 * question, then its own: {@code com.acme.Orders#queue (ArrayBlockingQueue#lock)}. For one thread.
 */
final class BytecodeLockNaming implements LockNaming {
  private static final int MOST_NAMES = 1_024;

  private final Map<List<AcquireSite.Call>, String> names =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<AcquireSite.Call>, String> eldest) {
          return size() > MOST_NAMES;
        }
      };

  @Override
  public String nameAt(AcquireSite site) {
    List<AcquireSite.Call> calls = site.calls();
    return calls.isEmpty() ? null : names.computeIfAbsent(calls, BytecodeLockNaming::name);
  }

  private static String name(List<AcquireSite.Call> calls) {
    AcquireSite.Call inner = calls.get(0);
    AcquireSite.Call outer = calls.get(calls.size() - 1);
    return inner.equals(outer) ? name(inner) : name(outer) + " (" + simple(name(inner)) + ")";
  }

  private static String name(AcquireSite.Call call) {
    String field = field(call);
    return field == null ? site(call) : field;
  }

  private static String field(AcquireSite.Call call) {
    Class<?> type = call.declaringClass().get();
    if (type == null) {
      return null;
    }
    String file = "/" + call.className().replace('.', '/') + ".class";
    try (InputStream classFile = type.getResourceAsStream(file)) {
      return classFile == null ? null : ReceiverOrigin.find(classFile.readAllBytes(), call);
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** The method that the site was written in, and its line. */
  private static String site(AcquireSite.Call call) {
    String method = call.method();
    if (method.startsWith("lambda$")) {
      method = method.substring("lambda$".length(), method.lastIndexOf('$'));
    }
    String name = call.className() + "." + method;
    return call.line() < 0 ? name : name + ":" + call.line();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.', name.indexOf('#')) + 1);
  }
}
