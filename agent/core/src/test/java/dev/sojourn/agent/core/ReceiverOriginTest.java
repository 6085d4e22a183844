package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.lock.AcquireSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReceiverOriginTest {
  private static final String US = ReceiverOriginTest.class.getName() + "#";
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Latch SHARED = new Latch();

  private final Latch own = new Latch();
  private final Latch other = new Latch();
  private final Latch[] stripes = {new Latch(), new Latch()};
  private final List<Latch> listed = List.of(new Latch());

  @Test
  void aField_isFound() {
    assertThat(own.close()).isEqualTo(US + "own");
    assertThat(SHARED.close()).isEqualTo(US + "SHARED");
  }

  @Test
  void aField_isFoundBehindArguments() {
    assertThat(own.close(Math.max(1, listed.size()), "text".length() > 3 ? 2.0 : 1.0))
        .isEqualTo(US + "own");
  }

  @Test
  void aField_isFoundBehindAVariable() {
    Latch variable = this.own;
    for (int i = 0; i < 2; i++) {
      assertThat(variable.close()).isEqualTo(US + "own");
    }
  }

  @Test
  void aField_isFoundBehindAnArrayOrACollection() {
    assertThat(stripes[listed.size()].close()).isEqualTo(US + "stripes");
    assertThat(listed.get(0).close()).isEqualTo(US + "listed");
  }

  @Test
  void twoFieldsOnALine_areToldApart() {
    assertThat(own.close() + other.close()).isEqualTo(US + "own" + US + "other");
  }

  @Test
  void aParameterOrAChoice_hasNoField() {
    assertThat(closed(own)).isNull();
    assertThat((listed.isEmpty() ? own : other).close()).isNull();
  }

  @Test
  void bytecodeThatWasShifted_isFoundByItsLine() throws IOException {
    AcquireSite.Call call = own.call();
    AcquireSite.Call shifted =
        new AcquireSite.Call(
            call.declaringClass(),
            call.className(),
            call.method(),
            call.descriptor(),
            call.bytecodeIndex() + 1,
            call.line(),
            call.callee());
    assertThat(ReceiverOrigin.find(classFile(), shifted)).isEqualTo(US + "own");
  }

  private static String closed(Latch latch) {
    return latch.close();
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in =
        ReceiverOriginTest.class.getResourceAsStream("ReceiverOriginTest.class")) {
      return in.readAllBytes();
    }
  }

  /** Its methods tell where their receiver was read from. */
  private static final class Latch {
    String close() {
      return origin("close");
    }

    String close(int number, double factor) {
      return number * factor > 0 ? origin("close") : null;
    }

    AcquireSite.Call call() {
      return caller("call");
    }

    private static String origin(String callee) {
      try {
        return ReceiverOrigin.find(classFile(), caller(callee));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static AcquireSite.Call caller(String callee) {
      StackWalker.StackFrame frame =
          WALKER.walk(
              frames ->
                  frames
                      .dropWhile(it -> it.getDeclaringClass().equals(Latch.class))
                      .findFirst()
                      .orElseThrow());
      return new AcquireSite.Call(
          new WeakReference<>(frame.getDeclaringClass()),
          frame.getClassName(),
          frame.getMethodName(),
          frame.getDescriptor(),
          frame.getByteCodeIndex(),
          frame.getLineNumber(),
          callee);
    }
  }
}
