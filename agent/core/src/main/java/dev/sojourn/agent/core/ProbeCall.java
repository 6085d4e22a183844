package dev.sojourn.agent.core;

import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A call of a probe: a public static method on the boot loader that never throws.
 *
 * @param owner internal name of the probe's class
 * @param name its method
 * @param descriptor that method's descriptor
 * @param operands what it is handed, one per parameter
 */
record ProbeCall(String owner, String name, String descriptor, List<Operand> operands) {
  ProbeCall {
    if (Type.getArgumentTypes(descriptor).length != operands.size()) {
      throw new IllegalArgumentException(owner + "." + name + descriptor + " with " + operands);
    }
  }

  /** Finds the probe's method by its name, which is unique in its class. */
  static ProbeCall of(Class<?> probes, String name, Operand... operands) {
    for (Method method : probes.getMethods()) {
      if (method.getName().equals(name)) {
        return new ProbeCall(
            Type.getInternalName(probes),
            name,
            Type.getMethodDescriptor(method),
            List.of(operands));
      }
    }
    throw new IllegalArgumentException(probes.getName() + " has no probe " + name);
  }

  /** Whether it is handed one of the constants of {@link Operand}. */
  boolean takes(Operand wanted) {
    for (Operand operand : operands) {
      if (operand == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is handed a parameter of the method. */
  boolean takesArguments() {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Argument) {
        return true;
      }
    }
    return false;
  }

  Type result() {
    return Type.getReturnType(descriptor);
  }
}
