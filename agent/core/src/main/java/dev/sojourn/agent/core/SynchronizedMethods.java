package dev.sojourn.agent.core;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the monitor of synchronized methods out as instructions, so that it can be woven. */
final class SynchronizedMethods extends ClassVisitor {
  private String internalName;

  SynchronizedMethods(ClassVisitor next) {
    super(Opcodes.ASM9, next);
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
    boolean hasBody = (access & Opcodes.ACC_NATIVE) == 0;
    if ((access & Opcodes.ACC_SYNCHRONIZED) == 0 || !hasBody) {
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
    int unsynchronized = access & ~Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor next = super.visitMethod(unsynchronized, name, descriptor, signature, exceptions);
    return new SynchronizedBody(next, internalName, unsynchronized, descriptor, new Written());
  }

  private static final class Written implements SynchronizedBody.Ends {
    @Override
    public void enter(MethodVisitor code) {
      code.visitInsn(Opcodes.MONITORENTER);
    }

    @Override
    public void leave(MethodVisitor code) {
      code.visitInsn(Opcodes.MONITOREXIT);
    }
  }
}
