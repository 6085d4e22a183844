package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * A synchronized method whose calls are announced.
 *
 * @param internalName of its class
 * @param owners internal names of the types through which it may be called
 */
record SynchronizedCallee(
    String internalName, Set<String> owners, String name, String descriptor, boolean isStatic) {

  /** Those of a class, by its class file. */
  static List<SynchronizedCallee> of(byte[] classFile, ClassLoader loader) {
    ClassReader reader = new ClassReader(classFile);
    Set<String> owners = new HashSet<>();
    new Supertypes().of(reader, loader).forEach(type -> owners.add(type.replace('.', '/')));
    List<SynchronizedCallee> callees = new ArrayList<>();
    for (ClassShape.Method method : ClassShape.of(reader).methods()) {
      if (method.has(Opcodes.ACC_SYNCHRONIZED) && !method.has(Opcodes.ACC_NATIVE)) {
        callees.add(
            new SynchronizedCallee(
                reader.getClassName(),
                owners,
                method.name(),
                method.descriptor(),
                method.has(Opcodes.ACC_STATIC)));
      }
    }
    return callees;
  }

  boolean isCalledBy(int opcode, String owner, String calledName, String calledDescriptor) {
    return isStatic == (opcode == Opcodes.INVOKESTATIC)
        && name.equals(calledName)
        && descriptor.equals(calledDescriptor)
        && owners.contains(owner);
  }
}
