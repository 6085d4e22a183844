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
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;

/**
 * Weaves types by name. It looks classes up in a map and leaves all others at once: Byte Buddy's
 * own agent builder would describe each class that the JVM loads, which was the dearest part of
 * starting.
 */
final class Weaver implements ClassFileTransformer {
  private final ByteBuddy byteBuddy = new ByteBuddy().with(TypeValidation.DISABLED);
  private final Map<String, List<AsmVisitorWrapper>> visitors = new ConcurrentHashMap<>();
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  Weaver(List<TypeInstrumentation> instrumentations) {
    for (TypeInstrumentation instrumentation : instrumentations) {
      for (String name : instrumentation.typeNames()) {
        visitors
            .computeIfAbsent(name.replace('.', '/'), key -> new ArrayList<>())
            .add(instrumentation.visitor());
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
    List<AsmVisitorWrapper> wanted = visitors.get(internalName);
    return wanted == null || type == null ? null : weave(type, classFile, wanted);
  }

  private byte[] weave(Class<?> type, byte[] classFile, List<AsmVisitorWrapper> wanted) {
    try {
      var builder =
          byteBuddy.redefine(
              TypeDescription.ForLoadedType.of(type),
              ClassFileLocator.Simple.of(type.getName(), classFile));
      for (AsmVisitorWrapper visitor : wanted) {
        builder = builder.visit(visitor);
      }
      byte[] bytes = builder.make().getBytes();
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
