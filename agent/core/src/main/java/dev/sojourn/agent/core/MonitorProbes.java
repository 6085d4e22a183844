package dev.sojourn.agent.core;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts probes around each entry and exit of a monitor, and before waits in one. */
final class MonitorProbes extends ClassVisitor {
  private final Map<String, Queue<String>> names;

  MonitorProbes(ClassVisitor next, byte[] classFile) {
    super(Opcodes.ASM9, next);
    MonitorNames finder = new MonitorNames();
    new ClassReader(classFile).accept(finder, ClassReader.EXPAND_FRAMES);
    names = finder.byMethod;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MonitorVisitor(next, names.getOrDefault(name + descriptor, new ArrayDeque<>()));
  }

  /**
   * What the code calls the monitors that it enters, in its order: a field, a class or a method.
   */
  private static final class MonitorNames extends ClassVisitor {
    private final Map<String, Queue<String>> byMethod = new HashMap<>();
    private String internalName;

    MonitorNames() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String superName, String[] ifs) {
      internalName = name;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Queue<String> found = new ArrayDeque<>();
      String site = internalName.replace('/', '.') + "." + name;
      byMethod.put(name + descriptor, found);
      return new FieldFlow(
          internalName,
          access,
          name,
          descriptor,
          new FieldFlow.Calls() {
            @Override
            public void visit(String callee, int line, String field) {}

            @Override
            public void visitMonitor(String field) {
              found.add(field == null ? site : field);
            }
          });
    }
  }
}
