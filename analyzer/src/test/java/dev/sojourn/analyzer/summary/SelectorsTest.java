package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelectorsTest {
  private static final ThreadId SELECTING = new ThreadId(1, "selecting", false);
  private static final ThreadId WAKING = new ThreadId(2, "waking", false);

  @Test
  void aSelectorsMonitor_goesByItsClass() {
    Locks locks =
        locksOf(
            new Frame("sun.nio.ch.EPollSelectorImpl", "clearInterrupt", 263),
            new Frame("com.acme.Gate", "select", 12));

    assertThat(locks.byKey().keySet())
        .singleElement()
        .matches(Selectors::areGuardedBy)
        .extracting(LockKey::name, LockKey::className)
        .containsExactly("sun.nio.ch.EPollSelectorImpl", "java.lang.Object");
  }

  @Test
  void theMonitorOfWhoSelects_isTheProgramsOwn() {
    Locks locks =
        locksOf(
            new Frame("com.acme.Gate", "register", 15),
            new Frame("sun.nio.ch.EPollSelectorImpl", "select", 1));

    assertThat(locks.byKey().keySet())
        .singleElement()
        .matches(key -> !Selectors.areGuardedBy(key))
        .extracting(LockKey::name)
        .isEqualTo("java.lang.Object");
  }

  private static Locks locksOf(Frame... stack) {
    SummaryBuilder builder = new SummaryBuilder(new Chunk("a", "a.jfr", 0, 0, 0, 1_000_000_000));
    StackTrace trace = new StackTrace(List.of(stack), false);
    builder.accept(
        new MonitorEnter(100, 5_000_000, SELECTING, trace, "java.lang.Object", 7, WAKING));
    return builder.build().locks();
  }
}
