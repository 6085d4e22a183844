package dev.sojourn.agent.core;

import java.util.ArrayDeque;
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
    names = finder.byMethod();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MonitorVisitor(next, names.getOrDefault(name + descriptor, new ArrayDeque<>()));
  }
}
