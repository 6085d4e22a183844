package dev.sojourn.agent.host;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * An agent that writes into a file a line for each class: its name, a digest of its bytecode as it
 * is now, and whether it calls a probe.
 */
public final class Inspector implements ClassFileTransformer {
  // Classes that are loaded meanwhile come by on other threads.
  private final Set<String> calling = new ConcurrentSkipListSet<>();
  private final Map<String, String> digests = new ConcurrentSkipListMap<>();

  private Inspector() {}

  /**
   * Looks.
   *
   * @param options the file to write to, a comma, and the begin of the names of the host's classes
   */
  public static void agentmain(String options, Instrumentation instrumentation) throws Exception {
    String file = options.substring(0, options.indexOf(','));
    String hostClasses = options.substring(options.indexOf(',') + 1);
    Inspector inspector = new Inspector();
    instrumentation.addTransformer(inspector, true);
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      boolean meant =
          loaded.getName().startsWith("java.util.concurrent.")
              || loaded.getName().startsWith("jdk.internal.ref.")
              || loaded.getName().startsWith(hostClasses);
      if (meant && instrumentation.isModifiableClass(loaded)) {
        classes.add(loaded);
      }
    }
    instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    instrumentation.removeTransformer(inspector);
    Files.write(Path.of(file), inspector.lines(), StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    digests.forEach(
        (name, digest) -> lines.add(name + " " + digest + " " + calling.contains(name)));
    return lines;
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
    digests.put(name, digest(classFile));
    // The constants of a class that was woven may go on mentioning a probe: only instructions
    // count.
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String descriptor, String generic, String[] thrown) {
                return new Calls(name);
              }
            },
            ClassReader.SKIP_FRAMES);
    return null;
  }

  private static String digest(byte[] classFile) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(classFile));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final class Calls extends MethodVisitor {
    private final String in;

    Calls(String in) {
      super(Opcodes.ASM9);
      this.in = in;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      if (owner.startsWith("dev/sojourn/agent/bootstrap/")) {
        calling.add(in);
      }
    }
  }
}
