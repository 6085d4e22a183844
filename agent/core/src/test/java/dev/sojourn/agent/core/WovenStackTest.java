package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/**
 * What is woven into the JDK fits the stack that the method asks for. Nobody else looks: the JVM
 * takes the boot loader's classes unverified, and hands them to agents without frames.
 */
final class WovenStackTest {
  static List<Arguments> typesOfTheJdk() {
    List<Arguments> found = new ArrayList<>();
    for (TypeInstrumentation type : Instrumentations.allForAttach()) {
      for (String name : type.typeNames()) {
        if (ClassLoader.getPlatformClassLoader().getResource(file(name)) != null) {
          found.add(Arguments.of(name, type.weaves()));
        }
      }
    }
    return found;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typesOfTheJdk")
  void aClassWithItsFrames_fits(String name, List<MethodWeave> weaves) throws Exception {
    assertThat(probesThatFit(ClassWeaver.weave(classFile(name), weaves))).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typesOfTheJdk")
  void aClassWithoutFrames_fitsAndHasTheSameProbes(String name, List<MethodWeave> weaves)
      throws Exception {
    byte[] frameless = withoutFrames(classFile(name));

    assertThat(probesThatFit(ClassWeaver.weave(frameless, weaves)))
        .isEqualTo(probesThatFit(ClassWeaver.weave(classFile(name), weaves)));
  }

  private static long probesThatFit(byte[] woven) throws AnalyzerException {
    ClassNode type = new ClassNode();
    new ClassReader(woven).accept(type, 0);
    for (MethodNode method : type.methods) {
      new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
    }
    return type.methods.stream()
        .flatMap(WovenStackTest::calls)
        .filter(WovenStackTest::probe)
        .count();
  }

  private static Stream<MethodInsnNode> calls(MethodNode method) {
    return Stream.of(method.instructions.toArray())
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast);
  }

  private static boolean probe(MethodInsnNode call) {
    return call.owner.startsWith("dev/sojourn/agent/bootstrap/");
  }

  private static byte[] withoutFrames(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(writer, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(file(name))) {
      return in.readAllBytes();
    }
  }

  private static String file(String name) {
    return name.replace('.', '/') + ".class";
  }
}
