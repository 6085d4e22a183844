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
 * The call may be of any kind and stand anywhere; its exceptions reach the method's own handlers as
 * before. Needs expanded frames.
 */
final class CallWeaver extends LocalVariablesSorter {
  private final MethodWeave weave;
  private final AnalyzerAdapter state;
  private final int access;
  private final boolean frames;
  private final BitSet scratch = new BitSet();
  private final List<Handler> outer = new ArrayList<>();

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
    if (!weave.call().matches(owner, name, descriptor)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    Call call = new Call(new Invocation(opcode, owner, name, descriptor, isInterface));
    Object[] locals = frameTypes(state.locals);
    Object[] below = frameTypes(state.stack);
    Label bare = new Label();
    if (weave.call().unlessNull()) {
      call.jumpIfNull(bare);
    }
    Object[] stack = weaveAround(call);
    if (weave.call().unlessNull()) {
      mv.visitLabel(bare);
      frame(locals, below);
      call.invoke();
    }
    mv.visitLabel(call.after);
    frame(locals, stack);
    // The method may have a frame of its own here, and no place can have two.
    mv.visitInsn(Opcodes.NOP);
  }

  /** Leaves the stack as the call left it, and tells what is on it. */
  private Object[] weaveAround(Call call) {
    int entered = enter(call);
    Object[] locals = frameTypes(state.locals);
    Label begin = new Label();
    Label end = new Label();
    mv.visitTryCatchBlock(begin, end, end, "java/lang/Throwable");
    mv.visitLabel(begin);
    call.invoke();
    Object[] stack = leaveByReturn(call, entered);
    mv.visitJumpInsn(Opcodes.GOTO, call.after);
    mv.visitLabel(end);
    frame(locals, "java/lang/Throwable");
    leaveByException(call, entered);
    return stack;
  }

  private int enter(Call call) {
    Type kept = weave.enter().result();
    call.probe(weave.enter(), OperandLoader.NOTHING, OperandLoader.NOTHING, OperandLoader.NOTHING);
    if (kept.getSort() == Type.VOID) {
      return OperandLoader.NOTHING;
    }
    int entered = newScratch(kept);
    mv.visitVarInsn(kept.getOpcode(Opcodes.ISTORE), entered);
    return entered;
  }

  private Object[] leaveByReturn(Call call, int entered) {
    Type returned = Type.getReturnType(call.invocation.descriptor());
    int kept = OperandLoader.NOTHING;
    if (weave.leave().takes(Operand.RETURNED) && returned.getSort() != Type.VOID) {
      kept = newScratch(returned);
      mv.visitInsn(returned.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
      mv.visitVarInsn(returned.getOpcode(Opcodes.ISTORE), kept);
    }
    call.probe(weave.leave(), entered, kept, OperandLoader.NOTHING);
    return frameTypes(state.stack);
  }

  private void leaveByException(Call call, int entered) {
    int thrown = newScratch(Type.getType(Throwable.class));
    mv.visitInsn(Opcodes.DUP);
    mv.visitVarInsn(Opcodes.ASTORE, thrown);
    call.probe(weave.leave(), entered, OperandLoader.NOTHING, thrown);
    mv.visitInsn(Opcodes.ATHROW);
  }

  /** The handler around the call stands inside the method's own, so it must come before them. */
  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    outer.add(new Handler(start, end, handler, type));
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    for (Handler handler : outer) {
      super.visitTryCatchBlock(handler.start(), handler.end(), handler.handler(), handler.type());
    }
    super.visitMaxs(maxStack + weave.deepens(), maxLocals);
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

  private void frame(Object[] locals, Object... stack) {
    if (frames && locals != null) {
      mv.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
    }
  }

  /**
   * The analyzer writes the second slot of a long or double out, a frame does not. It knows nothing
   * behind a jump in a class that the JVM took unverified and handed out without frames; such a one
   * needs none.
   */
  private static Object[] frameTypes(List<Object> slots) {
    if (slots == null) {
      return null;
    }
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Object type = slots.get(i);
      types.add(type);
      if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
        i++;
      }
    }
    return types.toArray();
  }

  private record Handler(Label start, Label end, Label handler, String type) {}

  private record Invocation(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    /** Of all that it takes off the stack, the receiver first. */
    List<Type> operands() {
      List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(descriptor)));
      if (opcode != Opcodes.INVOKESTATIC) {
        types.add(0, Type.getObjectType(owner));
      }
      return types;
    }
  }

  /** The call, with its operands in local variables of their own. */
  private final class Call {
    private final Invocation invocation;
    private final List<Type> types;
    private final int[] operands;
    private final OperandLoader loader;
    private final Label after = new Label();

    Call(Invocation invocation) {
      this.invocation = invocation;
      this.types = invocation.operands();
      this.operands = store(types);
      this.loader = new OperandLoader(mv, access, types, operands);
    }

    void jumpIfNull(Label target) {
      mv.visitVarInsn(Opcodes.ALOAD, operands[0]);
      mv.visitJumpInsn(Opcodes.IFNULL, target);
    }

    void invoke() {
      for (int i = 0; i < operands.length; i++) {
        mv.visitVarInsn(types.get(i).getOpcode(Opcodes.ILOAD), operands[i]);
      }
      mv.visitMethodInsn(
          invocation.opcode(),
          invocation.owner(),
          invocation.name(),
          invocation.descriptor(),
          invocation.isInterface());
    }

    void probe(ProbeCall probe, int entered, int returned, int thrown) {
      loader.call(probe, entered, returned, thrown);
    }
  }
}
