package dev.sojourn.agent.core;

import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/** Weaves probes around the whole body of a method. Needs expanded frames. */
final class BodyWeaver extends LocalVariablesSorter {
  private final MethodWeave weave;
  private final OperandLoader loader;
  private final Type returned;
  private final Label begin = new Label();
  private final Label end = new Label();
  private final boolean frames;
  private final BitSet scratch = new BitSet();
  private int entered = OperandLoader.NOTHING;

  BodyWeaver(MethodVisitor next, int access, String descriptor, MethodWeave weave, boolean frames) {
    super(Opcodes.ASM9, access, descriptor, next);
    this.weave = weave;
    this.loader = new OperandLoader(next, access, descriptor);
    this.returned = Type.getReturnType(descriptor);
    this.frames = frames;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (weave.enter() != null) {
      loader.call(
          weave.enter(), OperandLoader.NOTHING, OperandLoader.NOTHING, OperandLoader.NOTHING);
      Type kept = weave.enter().result();
      if (kept.getSort() != Type.VOID) {
        entered = newLocal(kept);
        mv.visitVarInsn(kept.getOpcode(Opcodes.ISTORE), entered);
      }
    }
    mv.visitLabel(begin);
  }

  @Override
  public void visitInsn(int opcode) {
    if (weave.leave() != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      leaveByReturn();
    }
    super.visitInsn(opcode);
  }

  /**
   * Of the new local variables, frames mention what the entering probe returned; the others live
   * shortly.
   */
  @Override
  protected void updateNewLocals(Object[] newLocals) {
    for (int i = firstLocal; i < newLocals.length; i++) {
      if (scratch.get(i)) {
        newLocals[i] = Opcodes.TOP;
      }
    }
  }

  private int newScratch(Type type) {
    int local = newLocal(type);
    scratch.set(local);
    return local;
  }

  private void leaveByReturn() {
    boolean wanted = weave.leave().takes(Operand.RETURNED);
    if (!wanted || returned.getSort() == Type.VOID) {
      loader.call(weave.leave(), entered, OperandLoader.NOTHING, OperandLoader.NOTHING);
      return;
    }
    int kept = newScratch(returned);
    mv.visitInsn(returned.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    mv.visitVarInsn(returned.getOpcode(Opcodes.ISTORE), kept);
    loader.call(weave.leave(), entered, kept, OperandLoader.NOTHING);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (weave.leave() != null) {
      leaveByException();
    }
    super.visitMaxs(maxStack + weave.deepens(), maxLocals);
  }

  private void leaveByException() {
    mv.visitLabel(end);
    mv.visitTryCatchBlock(begin, end, end, "java/lang/Throwable");
    if (frames) {
      Object[] locals = loader.handlerLocals(weave, entered);
      mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    }
    int thrown = newScratch(Type.getType(Throwable.class));
    mv.visitInsn(Opcodes.DUP);
    mv.visitVarInsn(Opcodes.ASTORE, thrown);
    loader.call(weave.leave(), entered, OperandLoader.NOTHING, thrown);
    mv.visitInsn(Opcodes.ATHROW);
  }
}
