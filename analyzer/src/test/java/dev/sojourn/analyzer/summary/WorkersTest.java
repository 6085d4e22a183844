package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  private static final long MILLI = 1_000_000;
  private static final long BEGIN = 1_700_000_000_000_000_000L;
  private static final StackTrace IDLE =
      new StackTrace(
          List.of(
              new Frame("java.util.concurrent.LinkedBlockingQueue", "take", 1),
              new Frame("java.util.concurrent.ThreadPoolExecutor", "getTask", 2)),
          false);
  private static final StackTrace BUSY =
      new StackTrace(
          List.of(new Frame("java.lang.Thread", "sleep", 1), new Frame("com.acme.Wash", "run", 2)),
          false);

  private final SummaryBuilder builder =
      new SummaryBuilder(new Chunk("a", "a.jfr", 0, 0, BEGIN, 10_000 * MILLI));

  @Test
  void waitForWork_isDividedAmongTheSecondsThatItIsIn() {
    park(1, "pool-1-thread-1", 500, 2_250);

    WorkerGroup group = build().byName().get("pool-1-thread-*");

    assertThat(group.series().bins().values())
        .extracting(bin -> bin.idle(WorkSource.EXECUTOR).totalNanos() / MILLI)
        .containsExactly(500L, 1_000L, 250L);
    assertThat(group.series().bins().values())
        .extracting(bin -> bin.idle(WorkSource.EXECUTOR).count())
        .containsExactly(0L, 0L, 1L);
  }

  @Test
  void whatATaskDoes_isBusyTime() {
    builder.accept(sleep(1, "pool-1-thread-1", 0, 300));

    WorkerTimes total = build().byName().get("pool-1-thread-*").series().total(WorkerTimes.EMPTY);

    assertThat(total.busy().nanos(Component.SLEPT)).isEqualTo(300 * MILLI);
    assertThat(total.idle()).isEmpty();
  }

  @Test
  void poolsOfLikeNames_areToldApart() {
    park(1, "pool-1-thread-1", 0, 100);
    park(2, "pool-1-thread-2", 0, 100);
    park(3, "pool-2-thread-1", 0, 100);

    assertThat(build().byName().keySet()).containsExactly("pool-1-thread-*", "pool-2-thread-*");
    assertThat(build().byName().get("pool-1-thread-*").threads()).isEqualTo(Set.of(1L, 2L));
  }

  @Test
  void virtualThreads_areNoPool() {
    builder.accept(new ThreadPark(BEGIN, 100 * MILLI, new ThreadId(7, "v-1", true), IDLE, null, 0));

    assertThat(build().byName()).isEmpty();
  }

  @Test
  void ofVeryManyThreads_theOnesWithTheLeastIdsAreKept() {
    WorkerGroup odd = group(LongStream.range(0, 500).map(i -> 2 * i + 1));
    WorkerGroup even = group(LongStream.range(0, 500).map(i -> 2 * i));

    assertThat(odd.plus(even)).isEqualTo(even.plus(odd));
    assertThat(odd.plus(even).threads())
        .isEqualTo(group(LongStream.range(0, WorkerGroup.MOST_THREADS)).threads());
  }

  private static WorkerGroup group(LongStream threads) {
    return new WorkerGroup(Series.empty(), threads.boxed().collect(Collectors.toSet()));
  }

  private void park(long id, String name, long fromMillis, long toMillis) {
    builder.accept(
        new ThreadPark(
            BEGIN + fromMillis * MILLI,
            (toMillis - fromMillis) * MILLI,
            new ThreadId(id, name, false),
            IDLE,
            null,
            0));
  }

  private static ThreadSleep sleep(long id, String name, long fromMillis, long toMillis) {
    return new ThreadSleep(
        BEGIN + fromMillis * MILLI,
        (toMillis - fromMillis) * MILLI,
        new ThreadId(id, name, false),
        BUSY,
        (toMillis - fromMillis) * MILLI);
  }

  private Workers build() {
    return builder.build().settled().workers();
  }
}
