package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Weaves probes around one call inside a method, where the method itself does more than the call.
 * The call takes nothing but its receiver, returns nothing, and stands where the stack holds the
 * receiver alone. Needs expanded frames.
 */
final class CallWeaver extends LocalVariablesSorter {
  private final MethodWeave weave;
  private final AnalyzerAdapter state;
  private final int access;
  private final boolean frames;
  private final BitSet scratch = new BitSet();

  CallWeaver(
      AnalyzerAdapter state, int access, String descriptor, MethodWeave weave, boolean frames) {
    super(Opcodes.ASM9, access, descriptor, state);
    this.weave = weave;
    this.state = state;
    this.access = access;
    this.frames = frames;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean wanted =
        owner.equals(weave.call().owner())
            && name.equals(weave.call().name())
            && descriptor.equals(weave.call().descriptor());
    if (!wanted) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(descriptor)));
    types.add(0, Type.getObjectType(owner));
    int[] operands = store(types);
    int entered = newScratch(weave.enter().result());
    call(weave.enter(), types, operands, OperandLoader.NOTHING, OperandLoader.NOTHING);
    mv.visitVarInsn(weave.enter().result().getOpcode(Opcodes.ISTORE), entered);
    for (int i = 0; i < operands.length; i++) {
      mv.visitVarInsn(types.get(i).getOpcode(Opcodes.ILOAD), operands[i]);
    }
    Object[] locals = locals();
    Label begin = new Label();
    Label end = new Label();
    Label after = new Label();
    mv.visitTryCatchBlock(begin, end, end, "java/lang/Throwable");
    mv.visitLabel(begin);
    mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    call(weave.leave(), types, operands, entered, OperandLoader.NOTHING);
    mv.visitJumpInsn(Opcodes.GOTO, after);
    mv.visitLabel(end);
    frame(locals, "java/lang/Throwable");
    int thrown = newScratch(Type.getType(Throwable.class));
    mv.visitInsn(Opcodes.DUP);
    mv.visitVarInsn(Opcodes.ASTORE, thrown);
    call(weave.leave(), types, operands, entered, thrown);
    mv.visitInsn(Opcodes.ATHROW);
    mv.visitLabel(after);
    frame(locals);
  }

  /** Takes the call's operands off the stack, the last first. */
  private int[] store(List<Type> types) {
    int[] operands = new int[types.size()];
    for (int i = operands.length - 1; i >= 0; i--) {
      operands[i] = newScratch(types.get(i));
      mv.visitVarInsn(types.get(i).getOpcode(Opcodes.ISTORE), operands[i]);
    }
    return operands;
  }

  private int newScratch(Type type) {
    int local = newLocal(type);
    scratch.set(local);
    return local;
  }

  /** The method's own frames know nothing of what lives around the call only. */
  @Override
  protected void updateNewLocals(Object[] newLocals) {
    for (int i = firstLocal; i < newLocals.length; i++) {
      if (scratch.get(i)) {
        newLocals[i] = Opcodes.TOP;
      }
    }
  }

  private void call(ProbeCall call, List<Type> types, int[] operands, int entered, int thrown) {
    new OperandLoader(mv, access, types, operands)
        .call(call, entered, OperandLoader.NOTHING, thrown);
  }

  private void frame(Object[] locals, Object... stack) {
    if (frames) {
      mv.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
    }
  }

  /**
   * The local variables here. The analyzer writes the second slot of a long or double out, a frame
   * does not.
   */
  private Object[] locals() {
    List<Object> locals = new ArrayList<>();
    for (int i = 0; i < state.locals.size(); i++) {
      Object type = state.locals.get(i);
      locals.add(type);
      if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
        i++;
      }
    }
    return locals.toArray();
  }
}
