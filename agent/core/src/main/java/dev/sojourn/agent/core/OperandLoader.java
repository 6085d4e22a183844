package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes probe calls: puts their operands on the stack and invokes them. */
final class OperandLoader {
  /** In place of a local variable: there is none, zero or null is passed. */
  static final int NOTHING = -1;

  private final MethodVisitor code;
  private final boolean isStatic;
  private final List<Type> parameters;
  private final int[] slots;

  /** The operands are the parameters of the method that is woven. */
  OperandLoader(MethodVisitor code, int access, String descriptor) {
    this.code = code;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.parameters = List.of(Type.getArgumentTypes(descriptor));
    this.slots = new int[parameters.size()];
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slot;
      slot += parameters.get(i).getSize();
    }
  }

  /** The operands lie in local variables of their own. */
  OperandLoader(MethodVisitor code, int access, List<Type> operands, int[] slots) {
    this.code = code;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.parameters = operands;
    this.slots = slots.clone();
  }

  /**
   * Calls a probe; the last three are the local variables that hold what an operand may ask for.
   */
  void call(ProbeCall call, int entered, int returned, int thrown) {
    Type[] types = Type.getArgumentTypes(call.descriptor());
    for (int i = 0; i < types.length; i++) {
      Operand operand = call.operands().get(i);
      if (operand instanceof Operand.Self) {
        load(types[i], isStatic ? NOTHING : 0);
      } else if (operand instanceof Operand.Argument argument) {
        loadArgument(types[i], argument.index());
      } else if (operand instanceof Operand.Constant constant) {
        code.visitLdcInsn(constant.value());
      } else if (operand instanceof Operand.Entered) {
        load(types[i], entered);
      } else if (operand instanceof Operand.Returned) {
        load(types[i], returned);
      } else {
        load(types[i], thrown);
      }
    }
    code.visitMethodInsn(Opcodes.INVOKESTATIC, call.owner(), call.name(), call.descriptor(), false);
  }

  /** The local variables that an exception handler over the whole body may rely on. */
  Object[] handlerLocals(MethodWeave weave, int entered) {
    List<Object> locals = new ArrayList<>();
    // The body may have put anything into its parameters' slots: only `this` is sure to be what it
    // was.
    if (!isStatic) {
      locals.add(weave.leave().takes(Operand.THIS) ? "java/lang/Object" : Opcodes.TOP);
    }
    for (Type parameter : parameters) {
      for (int slot = 0; slot < parameter.getSize(); slot++) {
        locals.add(Opcodes.TOP);
      }
    }
    if (entered != NOTHING) {
      locals.add(frameType(weave.enter().result()));
    }
    return locals.toArray();
  }

  static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }

  private void load(Type type, int local) {
    if (local != NOTHING) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      return;
    }
    switch (type.getSort()) {
      case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
      case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
      case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
      case Type.OBJECT, Type.ARRAY -> code.visitInsn(Opcodes.ACONST_NULL);
      default -> code.visitInsn(Opcodes.ICONST_0);
    }
  }

  /** What the method does not have, or has as a primitive where an object is wanted, is null. */
  private void loadArgument(Type wanted, int index) {
    boolean missing =
        index >= slots.length || isPrimitive(parameters.get(index)) != isPrimitive(wanted);
    load(missing ? wanted : parameters.get(index), missing ? NOTHING : slots[index]);
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
