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
   * Takes a call without parameters and result inside the method for the body: its receiver is
   * argument 0.
   */
  MethodWeave aroundCall(String owner, String name) {
    return new MethodWeave(methods, new CallSite(owner, name, "()V", false), enter, leave);
  }

  /**
   * Takes a call inside the method for the body: its receiver is argument 0, what it is passed are
   * arguments 1 and on.
   */
  MethodWeave aroundCall(String owner, String name, String descriptor) {
    return new MethodWeave(methods, new CallSite(owner, name, descriptor, false), enter, leave);
  }

  /**
   * Takes a static call with one argument and no result inside the method for the body: the first
   * operand of the entering probe is that argument, that of the leaving probe is what the entering
   * one returned.
   */
  MethodWeave aroundStaticCall(String owner, String name) {
    return new MethodWeave(methods, new CallSite(owner, name, null, true), enter, leave);
  }

  MethodWeave entering(Class<?> probes, String name, Operand... operands) {
    return new MethodWeave(methods, call, ProbeCall.of(probes, name, operands), leave);
  }

  MethodWeave leaving(Class<?> probes, String name, Operand... operands) {
    return new MethodWeave(methods, call, enter, ProbeCall.of(probes, name, operands));
  }

  /** A method of a class file. */
  record MethodSignature(int access, String name, String descriptor) {}

  /** A call of {@code owner.name}; the descriptor of a static one does not matter. */
  record CallSite(String owner, String name, String descriptor, boolean isStatic) {}
}
