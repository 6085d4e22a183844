package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallWeaverTest {
  private static final List<Object> SEEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void aCallAmongOtherOperands_getsThemBack() throws Exception {
    assertThat(call("amongOthers", 3)).isEqualTo("1 6 2.5");
    assertThat(SEEN).containsExactly(3, "entered 3", 6L, "none");
  }

  @Test
  void aCallBeforeAFrameOfTheMethodItself_isValid() throws Exception {
    assertThat(call("beforeFrame", 1)).isEqualTo("end");
    assertThat(call("beforeFrame", -1)).isEqualTo("end");
    assertThat(SEEN).containsExactly(1, "entered 1");
  }

  @Test
  void anException_reachesTheMethodsOwnHandler() throws Exception {
    assertThat(call("handled", 0)).isEqualTo("handled zero");
    assertThat(SEEN).containsExactly(0, "entered 0", 0L, "zero");
  }

  @Test
  void anException_reachesTheCaller() {
    assertThatThrownBy(() -> call("amongOthers", 0))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseMessage("zero");
    assertThat(SEEN).containsExactly(0, "entered 0", 0L, "zero");
  }

  @Test
  void aVirtualCall_hasItsReceiverFirst() throws Exception {
    assertThat(call("virtual", 4)).isEqualTo("value4");
    assertThat(SEEN).containsExactly("value", 4);
  }

  @Test
  void aCallWithNull_isLeftAlone() throws Exception {
    assertThat(call("unlessNull", 0)).isEqualTo("<null>");
    assertThat(SEEN).isEmpty();
  }

  @Test
  void aCallWithoutNull_isWoven() throws Exception {
    assertThat(call("unlessNull", 1)).isEqualTo("<1>");
    assertThat(SEEN).containsExactly("1", 4, "1", "none");
  }

  @Test
  void anExceptionOfACallWithoutNull_reachesTheMethodsOwnHandler() throws Exception {
    assertThat(call("unlessNull", -1)).isEqualTo("<negative>");
    assertThat(SEEN).containsExactly("-1", 4, null, "negative");
  }

  private static Object call(String method, int argument) throws Exception {
    Class<?> woven = new Woven().loadClass(Woven.NAME);
    return woven.getMethod(method, int.class).invoke(null, argument);
  }

  private static List<MethodWeave> weaves() {
    MethodWeave statics =
        MethodWeave.matching(method -> true)
            .aroundCall(new Glob(Woven.NAME), "doubled", null)
            .entering(Probes.class, "entered", Operand.argument(0))
            .leaving(Probes.class, "left", Operand.ENTERED, Operand.RETURNED, Operand.THROWN);
    MethodWeave without =
        MethodWeave.named("beforeFrame")
            .aroundCall(new Glob(Woven.NAME), "note", null)
            .entering(Probes.class, "entered", Operand.argument(0))
            .leaving(Probes.class, "leftVoid", Operand.ENTERED);
    MethodWeave virtual =
        MethodWeave.named("virtual")
            .aroundCall(new Glob("java.lang.*"), "concat", "(Ljava/lang/String;)Ljava/lang/String;")
            .entering(Probes.class, "receiver", Operand.argument(0))
            .leaving(Probes.class, "length", Operand.ENTERED);
    MethodWeave unlessNull =
        MethodWeave.named("unlessNull")
            .aroundCall(new Glob(Woven.NAME), "bracketed", null)
            .unlessNull()
            .entering(Probes.class, "receiver", Operand.argument(0))
            .leaving(Probes.class, "bracketed", Operand.ENTERED, Operand.RETURNED, Operand.THROWN);
    return List.of(statics, without, virtual, unlessNull);
  }

  /** What is woven. */
  public static final class Sample {
    private Sample() {}

    public static String amongOthers(int number) {
      return 1 + " " + doubled(number) + " " + 2.5;
    }

    public static String beforeFrame(int number) {
      if (number > 0) {
        note(number);
      }
      return "end";
    }

    static void note(int number) {
      if (number == 0) {
        throw new IllegalArgumentException("zero");
      }
    }

    public static String handled(int number) {
      long before = number;
      try {
        return "got " + (before + doubled(number));
      } catch (IllegalArgumentException expected) {
        return "handled " + expected.getMessage();
      }
    }

    public static String virtual(int number) {
      return "value".concat(String.valueOf(number));
    }

    public static String unlessNull(int number) {
      try {
        return "<".concat(bracketed(number == 0 ? null : String.valueOf(number))).concat(">");
      } catch (IllegalArgumentException expected) {
        return "<" + expected.getMessage() + ">";
      }
    }

    static String bracketed(String text) {
      if (text != null && text.startsWith("-")) {
        throw new IllegalArgumentException("negative");
      }
      return text == null ? "null" : text;
    }

    static long doubled(int number) {
      if (number == 0) {
        throw new IllegalArgumentException("zero");
      }
      return 2L * number;
    }
  }

  /** What woven code calls. */
  public static final class Probes {
    private Probes() {}

    public static Object entered(int argument) {
      SEEN.add(argument);
      return "entered " + argument;
    }

    public static void left(Object entered, long returned, Throwable thrown) {
      SEEN.add(entered);
      SEEN.add(returned);
      SEEN.add(thrown == null ? "none" : thrown.getMessage());
    }

    public static void bracketed(int entered, Object returned, Throwable thrown) {
      SEEN.add(entered);
      SEEN.add(returned);
      SEEN.add(thrown == null ? "none" : thrown.getMessage());
    }

    public static void leftVoid(Object entered) {
      SEEN.add(entered);
    }

    public static int receiver(Object receiver) {
      SEEN.add(receiver);
      return 4;
    }

    public static void length(int entered) {
      SEEN.add(entered);
    }
  }

  /** Loads the sample anew, woven. */
  private static final class Woven extends ClassLoader {
    static final String NAME = Sample.class.getName();

    Woven() {
      super(CallWeaverTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(NAME)) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] woven = ClassWeaver.weave(in.readAllBytes(), weaves());
        return defineClass(name, woven, 0, woven.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
