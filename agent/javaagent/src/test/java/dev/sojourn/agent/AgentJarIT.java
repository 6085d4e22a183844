package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is in the jar that is shipped. */
final class AgentJarIT {
  private static final String BOOT = "sojourn/boot/";
  private static final String CORE = "sojourn/core/";

  @Test
  void loaders_shareNoClass() throws IOException {
    Set<String> boot = classes(BOOT);
    Set<String> core = classes(CORE);

    assertThat(boot).isNotEmpty().allMatch(name -> name.startsWith("dev/sojourn/agent/bootstrap/"));
    assertThat(core).isNotEmpty().doesNotContainAnyElementsOf(boot);
  }

  @Test
  void thirdPartyClasses_areRelocated() throws IOException {
    assertThat(classes(CORE))
        .allMatch(
            name ->
                name.startsWith("dev/sojourn/agent/core/")
                    || name.startsWith("dev/sojourn/agent/shaded/"))
        .anyMatch(name -> name.startsWith("dev/sojourn/agent/shaded/asm/"));
  }

  @Test
  void hostsClassPath_getsTheEntranceOnly() throws IOException {
    try (JarFile jar = open()) {
      assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
          .containsExactlyInAnyOrder(
              "dev/sojourn/agent/SojournAgent.class",
              "dev/sojourn/agent/SojournAgent$1.class",
              "dev/sojourn/agent/Request.class",
              "dev/sojourn/agent/Request$Verb.class",
              "dev/sojourn/agent/AgentMain.class",
              "dev/sojourn/agent/CoreLoader.class");
    }
  }

  /** The first call of an invokedynamic links, and linking loads classes. */
  @Test
  void probes_useNoInvokedynamic() throws IOException {
    Set<String> found = new TreeSet<>();
    try (JarFile jar = open()) {
      Set<String> probes = classes(BOOT);
      // Runs on the agent's own thread alone.
      probes.removeIf(name -> name.endsWith("/LockSummaries.classdata"));
      for (String name : probes) {
        byte[] classFile = jar.getInputStream(jar.getEntry(BOOT + name)).readAllBytes();
        new ClassReader(classFile).accept(new Dynamic(name, found), ClassReader.SKIP_FRAMES);
      }
    }
    assertThat(found).isEmpty();
  }

  private static Set<String> classes(String folder) throws IOException {
    try (JarFile jar = open()) {
      Set<String> names = new TreeSet<>();
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(folder) && name.endsWith(".classdata"))
          .forEach(name -> names.add(name.substring(folder.length())));
      return names;
    }
  }

  private static final class Dynamic extends ClassVisitor {
    private static final Set<String> OF_RECORDS = Set.of("toString", "hashCode", "equals");
    private final String in;
    private final Set<String> found;

    Dynamic(String in, Set<String> found) {
      super(Opcodes.ASM9);
      this.in = in;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String name, String type, Handle bootstrap, Object... arguments) {
          if (!OF_RECORDS.contains(method)) {
            found.add(in + "#" + method);
          }
        }
      };
    }
  }

  private static JarFile open() throws IOException {
    return new JarFile(Host.agent().toFile());
  }
}
