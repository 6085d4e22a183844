package dev.sojourn.agent.core;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** Weaves probes into one class file. */
final class ClassWeaver extends ClassVisitor {
  private final List<MethodWeave> weaves;
  private String internalName;
  private boolean frames;
  private int wovenMethods;

  private ClassWeaver(ClassVisitor next, List<MethodWeave> weaves) {
    super(Opcodes.ASM9, next);
    this.weaves = weaves;
  }

  /**
   * The woven class file, or null if no method matched.
   *
   * @throws RuntimeException if the class file cannot be read
   */
  static byte[] weave(byte[] classFile, List<MethodWeave> weaves) {
    ClassReader reader = new ClassReader(classFile);
    // The reader's constant pool is kept, so what is not woven is copied and not parsed. Stacks are
    // not computed: the writer would trust the frames, and a JVM that took a class unverified hands
    // it out without them.
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassWeaver weaver = new ClassWeaver(writer, weaves);
    reader.accept(weaver, ClassReader.EXPAND_FRAMES);
    return weaver.wovenMethods == 0 ? null : writer.toByteArray();
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String superName, String[] ifs) {
    internalName = name;
    frames = (version & 0xffff) >= Opcodes.V1_6;
    super.visit(version, access, name, signature, superName, ifs);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0 || name.startsWith("<")) {
      return visitor;
    }
    var method = new MethodWeave.MethodSignature(access, name, descriptor);
    for (MethodWeave weave : weaves) {
      if (weave.methods().test(method)) {
        wovenMethods++;
        visitor = around(visitor, method, weave);
      }
    }
    return visitor;
  }

  private MethodVisitor around(
      MethodVisitor next, MethodWeave.MethodSignature method, MethodWeave weave) {
    int access = method.access();
    String descriptor = method.descriptor();
    if (weave.call() == null) {
      return new BodyWeaver(next, access, descriptor, weave, frames);
    }
    var state = new AnalyzerAdapter(internalName, access, method.name(), descriptor, next);
    return new CallWeaver(state, access, descriptor, weave, frames);
  }
}
