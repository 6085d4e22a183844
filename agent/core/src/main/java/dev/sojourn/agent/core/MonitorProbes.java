package dev.sojourn.agent.core;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts probes around each entry and exit of a monitor, and before waits in one. Of a method that is
 * still synchronized, the body's begin and end are taken: the monitor has been entered then.
 */
final class MonitorProbes extends ClassVisitor {
  static final String PROBE = "dev/sojourn/agent/bootstrap/lock/MonitorProbe";

  private final Map<String, Queue<String>> names;
  private String internalName;

  MonitorProbes(ClassVisitor next, byte[] classFile) {
    super(Opcodes.ASM9, next);
    MonitorNames finder = new MonitorNames();
    new ClassReader(classFile).accept(finder, ClassReader.EXPAND_FRAMES);
    names = finder.byMethod();
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String superName, String[] ifs) {
    internalName = name;
    super.visit(version, access, name, signature, superName, ifs);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodVisitor blocks =
        new MonitorVisitor(next, names.getOrDefault(name + descriptor, new ArrayDeque<>()));
    boolean hasBody = (access & Opcodes.ACC_NATIVE) == 0;
    return (access & Opcodes.ACC_SYNCHRONIZED) != 0 && hasBody
        ? new SynchronizedBody(
            blocks, internalName, access, descriptor, new Probed(internalName.replace('/', '.')))
        : blocks;
  }

  private record Probed(String monitorName) implements SynchronizedBody.Ends {
    @Override
    public void enter(MethodVisitor code) {
      code.visitLdcInsn(monitorName);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, PROBE, "inside", "(Ljava/lang/Object;Ljava/lang/String;)V", false);
    }

    @Override
    public void leave(MethodVisitor code) {
      code.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, "leaving", "(Ljava/lang/Object;)V", false);
    }
  }
}
