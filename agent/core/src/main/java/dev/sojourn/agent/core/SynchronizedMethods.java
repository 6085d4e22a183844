package dev.sojourn.agent.core;

import java.util.Arrays;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/** Writes the monitor of synchronized methods out as instructions, so that it can be woven. */
final class SynchronizedMethods extends ClassVisitor {
  private String internalName;

  SynchronizedMethods(ClassVisitor next, byte[] classFile) {
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
    return new Body(next, unsynchronized, descriptor);
  }

  /** As the compiler writes a synchronized block around a whole body. */
  private final class Body extends LocalVariablesSorter {
    private final boolean isStatic;
    private final Label begin = new Label();
    private final Label end = new Label();
    private final Object[] handlerLocals;
    private int monitor;

    Body(MethodVisitor next, int access, String descriptor) {
      super(Opcodes.ASM9, access, descriptor, next);
      isStatic = (access & Opcodes.ACC_STATIC) != 0;
      handlerLocals = new Object[firstLocal + 1];
      Arrays.fill(handlerLocals, Opcodes.TOP);
      handlerLocals[firstLocal] = "java/lang/Object";
    }

    @Override
    public void visitCode() {
      super.visitCode();
      monitor = newLocal(Type.getType(Object.class));
      if (isStatic) {
        mv.visitLdcInsn(Type.getObjectType(internalName));
      } else {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
      }
      mv.visitInsn(Opcodes.DUP);
      mv.visitVarInsn(Opcodes.ASTORE, monitor);
      mv.visitInsn(Opcodes.MONITORENTER);
      mv.visitLabel(begin);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        leave();
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      mv.visitLabel(end);
      mv.visitTryCatchBlock(begin, end, end, null);
      Object[] thrown = {"java/lang/Throwable"};
      mv.visitFrame(Opcodes.F_NEW, handlerLocals.length, handlerLocals, 1, thrown);
      leave();
      mv.visitInsn(Opcodes.ATHROW);
      super.visitMaxs(maxStack, maxLocals);
    }

    private void leave() {
      mv.visitVarInsn(Opcodes.ALOAD, monitor);
      mv.visitInsn(Opcodes.MONITOREXIT);
    }
  }
}
