package dev.sojourn.agent.core;

import java.util.Set;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Releases of synchronizers. All of them end in a call of {@code signalNext(head)}, once the lock
 * is free, so that call is put between two probes: advice on the methods could not tell whether a
 * release was the last of nested ones, nor whether it woke somebody.
 */
final class ReleaseInstrumentation implements TypeInstrumentation {
  private static final String PROBE = "dev/sojourn/agent/bootstrap/lock/LockProbe";
  private static final String SIGNAL = "signalNext";

  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.locks.AbstractQueuedSynchronizer",
        "java.util.concurrent.locks.AbstractQueuedLongSynchronizer",
        "java.util.concurrent.locks.StampedLock");
  }

  @Override
  public AsmVisitorWrapper visitor() {
    // cleanQueue signals too, for a waiter that gave up: nothing is released there
    return new AsmVisitorWrapper.ForDeclaredMethods()
        .method(
            ElementMatchers.not(ElementMatchers.isStatic())
                .and(ElementMatchers.not(ElementMatchers.named("cleanQueue"))),
            ReleaseInstrumentation::visit);
  }

  private static MethodVisitor visit(
      TypeDescription type,
      MethodDescription method,
      MethodVisitor next,
      Implementation.Context context,
      TypePool pool,
      int writerFlags,
      int readerFlags) {
    return new SignalVisitor(next, isShared(type, method));
  }

  /** Whether what the method signals is the release of a shared hold. */
  private static boolean isShared(TypeDescription type, MethodDescription method) {
    return type.getSimpleName().equals("StampedLock")
        ? !method.getName().equals("releaseWrite")
            && !method.getName().equals("tryConvertToReadLock")
        : method.getName().equals("releaseShared");
  }

  private static final class SignalVisitor extends MethodVisitor {
    private static final int EXTRA_STACK = 3;
    private final boolean shared;

    SignalVisitor(MethodVisitor next, boolean shared) {
      super(OpenedClassReader.ASM_API, next);
      this.shared = shared;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode != Opcodes.INVOKESTATIC || !name.equals(SIGNAL)) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      // head -> token, head
      super.visitInsn(Opcodes.DUP);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitInsn(shared ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
      probe("releasing", "(Ljava/lang/Object;Ljava/lang/Object;Z)Ljava/lang/Object;");
      super.visitInsn(Opcodes.SWAP);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      probe("released", "(Ljava/lang/Object;)V");
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
    }

    private void probe(String method, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, method, descriptor, false);
    }
  }
}
