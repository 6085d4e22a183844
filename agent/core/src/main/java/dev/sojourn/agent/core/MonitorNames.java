package dev.sojourn.agent.core;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class's code calls the monitors that it enters, in its order: a field, a class or a
 * method. Needs expanded frames.
 */
final class MonitorNames extends ClassVisitor {
  private final Map<String, Queue<String>> byMethod = new HashMap<>();
  private String internalName;

  MonitorNames() {
    super(Opcodes.ASM9);
  }

  /** The names by method, its descriptor behind its name. */
  Map<String, Queue<String>> byMethod() {
    return byMethod;
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
