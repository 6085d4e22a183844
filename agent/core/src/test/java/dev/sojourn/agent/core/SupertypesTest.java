package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class SupertypesTest {
  private final Supertypes supertypes = new Supertypes();
  private final Counting loader = new Counting();

  @Test
  void superclassesAndInterfaces_areFoundThroughAllLevels() throws IOException {
    assertThat(supertypes.of(reader(First.class), loader))
        .containsExactlyInAnyOrder(
            First.class.getName(), Middle.class.getName(), Base.class.getName());
  }

  @Test
  void supertypesThatClassesShare_areReadOnce() throws IOException {
    supertypes.of(reader(First.class), loader);
    supertypes.of(reader(Second.class), loader);

    assertThat(supertypes.of(reader(Second.class), loader)).contains(Base.class.getName());
    assertThat(loader.asked).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void typeThatIsNotFound_isKnownByItsName() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "made/Up", null, "not/There", null);

    assertThat(supertypes.of(new ClassReader(writer.toByteArray()), loader))
        .containsExactlyInAnyOrder("made.Up", "not.There");
  }

  @Test
  void classThatExtendsItself_isNoEndlessWay() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "made/Up", null, "made/Up", null);

    assertThat(supertypes.of(new ClassReader(writer.toByteArray()), loader))
        .containsExactly("made.Up");
  }

  private static ClassReader reader(Class<?> type) throws IOException {
    return new ClassReader(type.getName());
  }

  interface Base {}

  abstract static class Middle implements Base {}

  static final class First extends Middle {}

  static final class Second extends Middle {}

  private static final class Counting extends ClassLoader {
    private final List<String> asked = new ArrayList<>();

    @Override
    public InputStream getResourceAsStream(String name) {
      asked.add(name);
      return super.getResourceAsStream(name);
    }
  }
}
