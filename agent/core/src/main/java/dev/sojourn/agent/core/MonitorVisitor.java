package dev.sojourn.agent.core;

import java.util.Queue;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts probes around the monitors of one method. The probe that follows an entry or an exit stands
 * behind the label where the compiler's handler begins or ends: a monitor that was entered is then
 * left whatever happens. Where the label is also the target of a jump, the probe stands before it.
 */
final class MonitorVisitor extends MethodVisitor {
  private static final String PROBE = MonitorProbes.PROBE;

  private static final int NO_LINE = -1;

  /** A copy of the object and one operand more, or that of a timeout. */
  private static final int DEEPENS = 2;

  private final Queue<String> names;
  private String due;
  private Label held;
  private int heldLine = NO_LINE;

  MonitorVisitor(MethodVisitor next, Queue<String> names) {
    super(Opcodes.ASM9, next);
    this.names = names;
  }

  @Override
  public void visitInsn(int opcode) {
    callDue();
    if (opcode == Opcodes.MONITORENTER) {
      super.visitInsn(Opcodes.DUP);
      String name = names.poll();
      super.visitLdcInsn(name == null ? "" : name);
      probe("entering", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");
      super.visitInsn(Opcodes.SWAP);
      due = "entered";
    } else if (opcode == Opcodes.MONITOREXIT) {
      super.visitInsn(Opcodes.DUP);
      super.visitInsn(Opcodes.ICONST_0);
      probe("exiting", "(Ljava/lang/Object;Z)Ljava/lang/Object;");
      super.visitInsn(Opcodes.SWAP);
      due = "exited";
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    callDue();
    if (name.equals("wait") && descriptor.equals("()V")) {
      super.visitInsn(Opcodes.DUP);
      probe("waiting", "(Ljava/lang/Object;)V");
    } else if (name.equals("wait") && descriptor.equals("(J)V")) {
      super.visitInsn(Opcodes.DUP2_X1);
      super.visitInsn(Opcodes.POP2);
      super.visitInsn(Opcodes.DUP);
      probe("waiting", "(Ljava/lang/Object;)V");
      super.visitInsn(Opcodes.DUP_X2);
      super.visitInsn(Opcodes.POP);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitLabel(Label label) {
    if (due == null) {
      super.visitLabel(label);
    } else {
      held = label;
    }
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    if (start.equals(held)) {
      heldLine = line;
    } else {
      super.visitLineNumber(line, start);
    }
  }

  @Override
  public void visitFrame(int kind, int locals, Object[] local, int stacked, Object[] stack) {
    callProbe();
    visitHeld();
    super.visitFrame(kind, locals, local, stacked, stack);
  }

  private void callDue() {
    visitHeld();
    callProbe();
  }

  private void callProbe() {
    if (due != null) {
      probe(due, "(Ljava/lang/Object;)V");
      due = null;
    }
  }

  private void visitHeld() {
    if (held == null) {
      return;
    }
    super.visitLabel(held);
    if (heldLine != NO_LINE) {
      super.visitLineNumber(heldLine, held);
    }
    held = null;
    heldLine = NO_LINE;
  }

  private void probe(String name, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, name, descriptor, false);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    callDue();
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    callDue();
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    callDue();
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    callDue();
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    callDue();
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    callDue();
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    callDue();
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    callDue();
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    callDue();
    super.visitTableSwitchInsn(min, max, otherwise, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    callDue();
    super.visitLookupSwitchInsn(otherwise, keys, labels);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + DEEPENS, maxLocals);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    callDue();
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }
}
