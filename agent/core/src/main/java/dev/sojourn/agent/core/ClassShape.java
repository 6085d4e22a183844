package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What patterns ask of a class file.
 *
 * @param name binary name
 * @param access access flags
 * @param annotations binary names of the class's annotations
 * @param methods its methods
 */
record ClassShape(String name, int access, Set<String> annotations, List<Method> methods) {

  static ClassShape of(ClassReader reader) {
    Set<String> annotations = new HashSet<>();
    List<Method> methods = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            annotations.add(Type.getType(descriptor).getClassName());
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            Method method = new Method(access, name, descriptor, new HashSet<>());
            methods.add(method);
            return new AnnotationCollector(method.annotations());
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    String name = reader.getClassName().replace('/', '.');
    return new ClassShape(name, reader.getAccess(), annotations, methods);
  }

  /** A method; {@code annotations} are binary names. */
  record Method(int access, String name, String descriptor, Set<String> annotations) {
    boolean has(int flags) {
      return (access & flags) != 0;
    }
  }

  private static final class AnnotationCollector extends MethodVisitor {
    private final Set<String> names;

    AnnotationCollector(Set<String> names) {
      super(Opcodes.ASM9);
      this.names = names;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      names.add(Type.getType(descriptor).getClassName());
      return null;
    }
  }
}
