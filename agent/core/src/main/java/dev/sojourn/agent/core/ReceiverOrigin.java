package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.lock.AcquireSite;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the field that the receiver of a call was read from, in the calling method's bytecode. */
final class ReceiverOrigin extends ClassVisitor {
  private final AcquireSite.Call call;
  private final OffsetReader reader;
  private final Set<String> onLine = new LinkedHashSet<>();
  private String atIndex;

  private ReceiverOrigin(AcquireSite.Call call, OffsetReader reader) {
    super(Opcodes.ASM9);
    this.call = call;
    this.reader = reader;
  }

  /** The field, such as {@code com.acme.Stock#lock}; null if the receiver came another way. */
  static String find(byte[] classFile, AcquireSite.Call call) {
    OffsetReader reader = new OffsetReader(classFile);
    ReceiverOrigin origin = new ReceiverOrigin(call, reader);
    reader.accept(origin, ClassReader.EXPAND_FRAMES);
    return origin.field();
  }

  /**
   * The class may run with other bytecode than its file's, woven by us or another agent, so an
   * index alone is no proof: the line's only candidate counts too.
   */
  private String field() {
    if (atIndex != null) {
      return atIndex;
    }
    return onLine.size() == 1 ? onLine.iterator().next() : null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return name.equals(call.method()) && descriptor.equals(call.descriptor())
        ? new FieldFlow(
            call.className().replace('.', '/'), access, name, descriptor, this::visitCall)
        : null;
  }

  private void visitCall(String callee, int line, String receiverField) {
    if (!callee.equals(call.callee()) || receiverField == null) {
      return;
    }
    if (reader.offset == call.bytecodeIndex()) {
      atIndex = receiverField;
    }
    if (line == call.line()) {
      onLine.add(receiverField);
    }
  }

  /** Tells the offset of the instruction that is being visited. */
  private static final class OffsetReader extends ClassReader {
    private int offset;

    OffsetReader(byte[] classFile) {
      super(classFile);
    }

    @Override
    protected void readBytecodeInstructionOffset(int bytecodeOffset) {
      offset = bytecodeOffset;
    }
  }
}
