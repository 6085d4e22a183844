package dev.sojourn.agent.core;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Weaves types by name: it looks each class up in a map and leaves all others at once. */
final class Weaver implements ClassFileTransformer {
  private final Map<String, List<MethodWeave>> visitors = new ConcurrentHashMap<>();
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  Weaver(List<TypeInstrumentation> instrumentations) {
    for (TypeInstrumentation instrumentation : instrumentations) {
      for (String name : instrumentation.typeNames()) {
        visitors
            .computeIfAbsent(name.replace('.', '/'), key -> new ArrayList<>())
            .addAll(instrumentation.weaves());
      }
    }
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String internalName,
      Class<?> type,
      ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) {
      return null;
    }
    List<MethodWeave> wanted = visitors.get(internalName);
    return wanted == null || type == null ? null : weave(type, classFile, wanted);
  }

  private byte[] weave(Class<?> type, byte[] classFile, List<MethodWeave> wanted) {
    try {
      byte[] bytes = ClassWeaver.weave(classFile, wanted);
      woven.add(type.getName());
      return bytes;
    } catch (Throwable failure) {
      failures.add(type.getName() + ": " + failure);
      return null;
    }
  }

  Set<String> typeNames() {
    return visitors.keySet();
  }

  Set<String> woven() {
    return Set.copyOf(woven);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
