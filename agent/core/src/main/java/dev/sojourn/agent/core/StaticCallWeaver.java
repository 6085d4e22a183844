package dev.sojourn.agent.core;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves probes around the static calls of one method inside another. The call takes one reference
 * and returns nothing; should it throw, the leaving probe is not called. All is done on the stack,
 * so the method gets no variable, handler or frame.
 */
final class StaticCallWeaver extends MethodVisitor {
  private final MethodWeave weave;
  private final OperandLoader loader;

  StaticCallWeaver(MethodVisitor next, int access, String descriptor, MethodWeave weave) {
    super(Opcodes.ASM9, next);
    this.weave = weave;
    this.loader = new OperandLoader(next, access, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean wanted =
        opcode == Opcodes.INVOKESTATIC
            && owner.equals(weave.call().owner())
            && name.equals(weave.call().name())
            && Type.getArgumentTypes(descriptor).length == 1;
    if (!wanted) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    super.visitInsn(Opcodes.DUP);
    loader.callOnStack(weave.enter());
    super.visitInsn(Opcodes.SWAP);
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    loader.callOnStack(weave.leave());
  }
}
