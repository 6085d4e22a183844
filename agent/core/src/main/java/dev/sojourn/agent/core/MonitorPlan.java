package dev.sojourn.agent.core;

import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Which monitors the option {@code locks} would have followed. */
final class MonitorPlan {
  private final List<Glob> patterns;
  private final Set<Glob> matched = new HashSet<>();
  private final PlanLines lines;

  MonitorPlan(List<String> locks, PlanLines lines) {
    patterns = locks.stream().map(Glob::new).toList();
    this.lines = lines;
  }

  /** Patterns that no class with a monitor has matched. */
  List<Glob> unmatched() {
    return patterns.stream().filter(pattern -> !matched.contains(pattern)).toList();
  }

  /** Whether a pattern means a class of that name, and not any by a wildcard. */
  boolean names(String name) {
    return patterns.stream()
        .anyMatch(pattern -> !pattern.toString().startsWith("*") && pattern.matches(name));
  }

  /** Looks at one class. */
  void read(ClassReader reader) {
    String name = reader.getClassName().replace('/', '.');
    List<Glob> meant = patterns.stream().filter(pattern -> pattern.matches(name)).toList();
    if (meant.isEmpty()) {
      return;
    }
    if (!MonitorWeaver.tellsItsJumps(reader)) {
      lines.passedOver(name, "its class file is older than Java 6");
    } else if (tell(name, reader)) {
      matched.addAll(meant);
    } else {
      lines.passedOver(name, "its code enters no monitor");
    }
  }

  private boolean tell(String name, ClassReader reader) {
    boolean any = false;
    MonitorNames monitors = new MonitorNames();
    reader.accept(monitors, ClassReader.EXPAND_FRAMES);
    for (ClassShape.Method method : ClassShape.of(reader).methods()) {
      String where = name + "." + method.name();
      boolean isSynchronized = method.has(Opcodes.ACC_SYNCHRONIZED);
      if (isSynchronized && method.has(Opcodes.ACC_NATIVE)) {
        lines.passedOver(where, "synchronized, but native");
      } else if (isSynchronized) {
        lines.monitor(where, "synchronized method");
        any = true;
      }
      Queue<String> entered = monitors.byMethod().get(method.name() + method.descriptor());
      for (String monitor : entered) {
        lines.monitor(where, monitor);
        any = true;
      }
    }
    return any;
  }
}
