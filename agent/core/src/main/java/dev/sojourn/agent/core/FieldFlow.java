package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Follows references that were read from fields, {@code this} and the class itself through a
 * method's stack and local variables, in the order of the code. Where branches meet, what they put
 * on the stack is no longer known. Needs expanded frames.
 */
final class FieldFlow extends AnalyzerAdapter {
  private final Calls calls;
  private final List<String> fields = new ArrayList<>();
  private final Map<Integer, String> variables = new HashMap<>();
  private int line = -1;
  private int depthBeforeBranches = Integer.MAX_VALUE;

  FieldFlow(String owner, int access, String name, String descriptor, Calls calls) {
    super(Opcodes.ASM9, owner, access, name, descriptor, null);
    this.calls = calls;
    if ((access & Opcodes.ACC_STATIC) == 0) {
      variables.put(0, owner.replace('/', '.'));
    }
  }

  /** Told of each call of an instance method. */
  @FunctionalInterface
  interface Calls {
    /**
     * A call.
     *
     * @param line negative if unknown
     * @param field where the receiver was read from, such as {@code com.acme.Stock#lock}; null if
     *     that is not known
     */
    void visit(String callee, int line, String field);

    /** An entry of the monitor of what was read from a field, with null as above. */
    default void visitMonitor(String field) {}
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    super.visitLineNumber(number, start);
    line = number;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    settle();
    if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
      top(owner.replace('/', '.') + "#" + name);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (opcode == Opcodes.ASTORE) {
      variables.put(variable, below(0));
    }
    super.visitVarInsn(opcode, variable);
    settle();
    if (opcode == Opcodes.ALOAD) {
      top(variables.get(variable));
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.MONITORENTER) {
      calls.visitMonitor(below(0));
    }
    String copied = opcode == Opcodes.DUP ? below(0) : null;
    super.visitInsn(opcode);
    settle();
    if (opcode == Opcodes.DUP) {
      top(copied);
    } else if (opcode > Opcodes.DUP && opcode <= Opcodes.SWAP) {
      fields.replaceAll(shuffled -> null);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean isStatic = opcode == Opcodes.INVOKESTATIC;
    int argumentSlots = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
    String receiver = isStatic ? null : below(argumentSlots);
    if (!isStatic) {
      calls.visit(name, line, receiver);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    settle();
    if (!descriptor.endsWith("V")) {
      // the JDK's accessors lead on: rw.writeLock(), or stripes.get(i)
      top(owner.startsWith("java/") ? receiver : null);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    settle();
    if (!descriptor.endsWith("V")) {
      top(null);
    }
  }

  @Override
  public void visitFrame(int kind, int locals, Object[] local, int stacked, Object[] stack) {
    super.visitFrame(kind, locals, local, stacked, stack);
    resize(Math.min(depthBeforeBranches, this.stack.size()));
    resize(this.stack.size());
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    settle();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    settle();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    settle();
    depthBeforeBranches = Math.min(depthBeforeBranches, fields.size());
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    settle();
    if (value instanceof Type type) {
      top(type.getClassName());
    }
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    super.visitTableSwitchInsn(min, max, otherwise, labels);
    settle();
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(otherwise, keys, labels);
    settle();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    settle();
  }

  /** Brings the fields to the depth that the stack has now; after a jump the next frame does. */
  private void settle() {
    if (stack == null) {
      return;
    }
    resize(stack.size());
    if (fields.isEmpty()) {
      depthBeforeBranches = Integer.MAX_VALUE;
    }
  }

  private void resize(int depth) {
    while (fields.size() > depth) {
      fields.remove(fields.size() - 1);
    }
    while (fields.size() < depth) {
      fields.add(null);
    }
  }

  private String below(int slots) {
    int index = fields.size() - 1 - slots;
    return index < 0 ? null : fields.get(index);
  }

  private void top(String field) {
    if (!fields.isEmpty()) {
      fields.set(fields.size() - 1, field);
    }
  }
}
