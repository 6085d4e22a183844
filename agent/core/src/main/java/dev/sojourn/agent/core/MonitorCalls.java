package dev.sojourn.agent.core;

import java.util.BitSet;
import java.util.Collection;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Announces calls of synchronized methods, whose monitor is entered by no instruction. Needs
 * expanded frames.
 */
final class MonitorCalls extends ClassVisitor {
  private final Collection<SynchronizedCallee> callees;

  MonitorCalls(ClassVisitor next, Collection<SynchronizedCallee> callees) {
    super(Opcodes.ASM9, next);
    this.callees = callees;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new Calls(next, access, descriptor);
  }

  private SynchronizedCallee callee(int opcode, String owner, String name, String descriptor) {
    for (SynchronizedCallee callee : callees) {
      if (callee.isCalledBy(opcode, owner, name, descriptor)) {
        return callee;
      }
    }
    return null;
  }

  private final class Calls extends LocalVariablesSorter {
    /** The object and its name. */
    private static final int DEEPENS = 2;

    private final BitSet scratch = new BitSet();

    Calls(MethodVisitor next, int access, String descriptor) {
      super(Opcodes.ASM9, access, descriptor, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      SynchronizedCallee callee = callee(opcode, owner, name, descriptor);
      if (callee == null) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      announce(callee, Type.getArgumentTypes(descriptor));
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      mv.visitMethodInsn(Opcodes.INVOKESTATIC, MonitorProbes.PROBE, "called", "()V", false);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(maxStack + DEEPENS, maxLocals);
    }

    /** The receiver lies below the arguments, which are put aside meanwhile. */
    private void announce(SynchronizedCallee callee, Type[] arguments) {
      if (callee.isStatic()) {
        mv.visitLdcInsn(Type.getObjectType(callee.internalName()));
        probe(callee);
        return;
      }
      int[] kept = new int[arguments.length];
      for (int i = arguments.length - 1; i >= 0; i--) {
        kept[i] = newLocal(arguments[i]);
        scratch.set(kept[i]);
        mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), kept[i]);
      }
      mv.visitInsn(Opcodes.DUP);
      probe(callee);
      for (int i = 0; i < arguments.length; i++) {
        mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), kept[i]);
      }
    }

    private void probe(SynchronizedCallee callee) {
      mv.visitLdcInsn(callee.internalName().replace('/', '.'));
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          MonitorProbes.PROBE,
          "calling",
          "(Ljava/lang/Object;Ljava/lang/String;)V",
          false);
    }

    /** The method's own frames know nothing of arguments that are put aside. */
    @Override
    protected void updateNewLocals(Object[] newLocals) {
      for (int i = firstLocal; i < newLocals.length; i++) {
        if (scratch.get(i)) {
          newLocals[i] = Opcodes.TOP;
        }
      }
    }
  }
}
