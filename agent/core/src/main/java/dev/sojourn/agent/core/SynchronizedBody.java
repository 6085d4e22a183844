package dev.sojourn.agent.core;

import java.util.Arrays;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Puts code around the whole body of a method, in the way in which the compiler writes a
 * synchronized block: with the object whose monitor it is at hand, and also where the body throws.
 */
final class SynchronizedBody extends LocalVariablesSorter {
  /** The object, a copy of it, and one operand more of what is put at the ends. */
  private static final int DEEPENS = 3;

  private final String internalName;
  private final boolean isStatic;
  private final Ends ends;
  private final Label begin = new Label();
  private final Label end = new Label();
  private final Object[] handlerLocals;
  private int monitor;

  /** The code at the body's begin and ends; it finds the object on the stack and takes it off. */
  interface Ends {
    void enter(MethodVisitor code);

    void leave(MethodVisitor code);
  }

  SynchronizedBody(
      MethodVisitor next, String internalName, int access, String descriptor, Ends ends) {
    super(Opcodes.ASM9, access, descriptor, next);
    this.internalName = internalName;
    this.ends = ends;
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
    ends.enter(mv);
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
    super.visitMaxs(maxStack + DEEPENS, maxLocals);
  }

  private void leave() {
    mv.visitVarInsn(Opcodes.ALOAD, monitor);
    ends.leave(mv);
  }
}
