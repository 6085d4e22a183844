package dev.sojourn.agent.core;

import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What is woven into the methods of a type that match: a probe when one is entered, and one when it
 * is left, by a return or by an exception. The exception goes on unchanged.
 *
 * @param methods which methods
 * @param call null for the method's whole body; else the one call inside it that is taken for the
 *     body
 * @param enter called first; null for none. What it returns is kept for {@code leave}
 * @param leave called last; null for none
 */
record MethodWeave(
    Predicate<MethodSignature> methods, CallSite call, ProbeCall enter, ProbeCall leave) {
  /** Those of a long. */
  private static final int COPY_SLOTS = 2;

  /**
   * A body may put anything into its parameters' slots, so who leaves it by an exception has none;
   * the arguments of a call inside it are kept beside.
   */
  MethodWeave {
    if (call == null && leave != null && leave.takesArguments()) {
      throw new IllegalArgumentException(
          leave.owner()
              + "."
              + leave.name()
              + " leaves a whole method, which has no arguments any more:"
              + " hand them to what enters it");
    }
  }

  /** Methods of that name, with whatever parameters. */
  static MethodWeave named(String name) {
    return new MethodWeave(method -> method.name().equals(name), null, null, null);
  }

  /** Methods that match. */
  static MethodWeave matching(Predicate<MethodSignature> methods) {
    return new MethodWeave(methods, null, null, null);
  }

  /** Narrows to methods with so many parameters. */
  MethodWeave taking(int parameters) {
    return new MethodWeave(
        methods.and(method -> Type.getArgumentTypes(method.descriptor()).length == parameters),
        call,
        enter,
        leave);
  }

  /** Narrows to methods with that descriptor. */
  MethodWeave describedAs(String descriptor) {
    return new MethodWeave(
        methods.and(method -> method.descriptor().equals(descriptor)), call, enter, leave);
  }

  /** Narrows to private methods: a public one of that name may be another JDK's API. */
  MethodWeave inPrivate() {
    return new MethodWeave(
        methods.and(method -> (method.access() & Opcodes.ACC_PRIVATE) != 0), call, enter, leave);
  }

  /**
   * Takes the calls of a method inside the method for the body: the receiver, if there is one, is
   * argument 0, and what is passed follows.
   *
   * @param owner binary names of the types on which it is called
   * @param descriptor null for any
   */
  MethodWeave aroundCall(Glob owner, String name, String descriptor) {
    return new MethodWeave(methods, new CallSite(owner, name, descriptor, false), enter, leave);
  }

  /**
   * Lets calls by without the probes whose argument 0 is null. The woven method asks for itself, so
   * where that is always so, the JIT compiler leaves nothing of the probes in the host's code.
   */
  MethodWeave unlessNull() {
    return new MethodWeave(
        methods, new CallSite(call.owner(), call.name(), call.descriptor(), true), enter, leave);
  }

  MethodWeave entering(Class<?> probes, String name, Operand... operands) {
    return new MethodWeave(methods, call, ProbeCall.of(probes, name, operands), leave);
  }

  MethodWeave leaving(Class<?> probes, String name, Operand... operands) {
    return new MethodWeave(methods, call, enter, ProbeCall.of(probes, name, operands));
  }

  /**
   * By how many slots the operand stack becomes deeper at most: a copy of a result or of what was
   * thrown, and what is handed to a probe.
   */
  int deepens() {
    return COPY_SLOTS + Math.max(slots(enter), slots(leave));
  }

  private static int slots(ProbeCall probe) {
    return probe == null ? 0 : Type.getArgumentsAndReturnSizes(probe.descriptor()) >> 2;
  }

  /** A method of a class file. */
  record MethodSignature(int access, String name, String descriptor) {}

  /**
   * Calls of a method: of any of that name where the descriptor is null.
   *
   * @param unlessNull whether those whose argument 0 is null are left alone
   */
  record CallSite(Glob owner, String name, String descriptor, boolean unlessNull) {
    boolean matches(String internalOwner, String called, String calledDescriptor) {
      return name.equals(called)
          && (descriptor == null || descriptor.equals(calledDescriptor))
          && owner.matches(internalOwner.replace('/', '.'));
    }
  }
}
