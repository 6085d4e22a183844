package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadSleep;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenEndsTest {
  private static final StackTrace STACK = Scenario.at("com.acme.Consumer.take", 7);
  private static final int CHUNKS = 40;
  private static final int EVENTS = 10_000;
  private static final long CHUNK_NANOS = EVENTS * Scenario.MILLI;

  /** What can never be decided on while the recording goes on. */
  enum Endless {
    SLEEPS_OUTSIDE_RUNS(at -> sleep(at)),
    SAMPLES_OUTSIDE_RUNS(at -> sample(at)),
    RUNS_IN_A_RUN_THAT_GOES_ON(at -> run(at, 4_711)),
    HOLDS_OF_A_LOCK_EACH(at -> hold(at));

    private final LongFunction<Event> at;

    Endless(LongFunction<Event> at) {
      this.at = at;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatStaysOpen_isBoundedHoweverLongTheRecordingIs(Endless endless) {
    Summary sum = Summary.empty();
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      sum = sum.plus(summary(chunk, endless)).settledSoFar();
    }
    assertThat(sum.openEnds().jvms().values())
        .isNotEmpty()
        .allSatisfy(open -> assertThat(open.size()).isBetween(1, OpenEndsBuilder.MOST));
  }

  @Test
  void chunkOfVeryManyEvents_leavesNoMoreOpenThanOthers() {
    SummaryBuilder builder = builder(0);
    for (int chunk = 0; chunk < 2 * CHUNKS; chunk++) {
      for (int i = 0; i < EVENTS; i++) {
        long at = Scenario.BEGIN + chunk * CHUNK_NANOS + i * Scenario.MILLI;
        builder.accept(Endless.SLEEPS_OUTSIDE_RUNS.at.apply(at));
        builder.accept(run(at, 4_711));
      }
    }
    assertThat(builder.build().openEnds().jvms().values())
        .allSatisfy(open -> assertThat(open.size()).isBetween(1, OpenEndsBuilder.MOST));
  }

  private static Summary summary(int chunk, Endless endless) {
    SummaryBuilder builder = builder(chunk);
    long begin = Scenario.BEGIN + chunk * CHUNK_NANOS;
    builder.accept(run(begin, 0));
    for (int i = 1; i < EVENTS; i++) {
      builder.accept(endless.at.apply(begin + i * Scenario.MILLI));
    }
    return builder.build();
  }

  private static SummaryBuilder builder(int chunk) {
    long begin = Scenario.BEGIN + chunk * CHUNK_NANOS;
    return new SummaryBuilder(new Chunk("chunk-" + chunk, "a.jfr", chunk, 0, begin, CHUNK_NANOS));
  }

  private static JobRun run(long at, long parent) {
    int thread = parent == 0 ? 2 : 3;
    return new JobRun(
        at,
        Scenario.MILLI / 2,
        Scenario.thread(thread),
        "Order.ship",
        null,
        -1,
        -1,
        "completed",
        null,
        1,
        at,
        parent,
        1,
        -1,
        -1);
  }

  private static Event sleep(long at) {
    return new ThreadSleep(at, Scenario.MILLI / 2, Scenario.thread(1), STACK, Scenario.MILLI / 2);
  }

  private static Event sample(long at) {
    return new ExecutionSample(at, Scenario.thread(1), STACK, "STATE_RUNNABLE", false);
  }

  private static Event hold(long at) {
    return new LockHold(
        at,
        Scenario.MILLI / 2,
        Scenario.thread(1),
        STACK,
        at,
        Scenario.LOCK,
        null,
        "exclusive",
        1,
        true,
        0,
        null,
        0);
  }
}
