package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.ProcessorWait;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadSleep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadyTimesTest {
  private static final long BEGIN = 1_700_000_000_000_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final ThreadId ONE = thread(1);
  private static final ThreadId OTHER = thread(2);

  private final List<Event> events = new ArrayList<>();

  @Test
  void wait_isTakenOutOfWhatIsUnexplained() {
    run(ONE, "job", 100, 900, 300);
    wait(ONE, 0, 300, 400);

    assertThat(millis("job", Component.READY)).isEqualTo(400);
    assertThat(millis("job", Component.UNEXPLAINED)).isEqualTo(100);
    assertThat(millis("job", Component.CPU)).isEqualTo(300);
  }

  @Test
  void waitBeyondWhatIsUnexplained_wasInsideOtherWaits() {
    run(ONE, "job", 0, 900, 800);
    wait(ONE, 0, 100, 900);

    assertThat(millis("job", Component.READY)).isEqualTo(100);
    assertThat(millis("job", Component.UNEXPLAINED)).isZero();
  }

  @Test
  void runsOfASecond_shareItsWaitByWhatIsUnexplainedOfEach() {
    run(ONE, "long", 0, 600, 300);
    run(ONE, "short", 600, 900, 200);
    wait(ONE, 0, 500, 200);

    assertThat(millis("long", Component.READY)).isEqualTo(150);
    assertThat(millis("short", Component.READY)).isEqualTo(50);
  }

  @Test
  void threadThatDidNotWait_isChargedWithNothing() {
    run(ONE, "job", 0, 900, 300);
    run(OTHER, "stuck", 0, 900, 0);
    wait(ONE, 0, 300, 500);

    assertThat(millis("job", Component.READY)).isEqualTo(500);
    assertThat(millis("stuck", Component.READY)).isZero();
  }

  @Test
  void waitOutsideOfRuns_isNotTheirs() {
    run(ONE, "job", 0, 100, 40);
    wait(ONE, 0, 300, 700);

    assertThat(millis("job", Component.READY)).isCloseTo(60, within(1L));
    events.clear();
    run(ONE, "job", 0, 100, 40);
    wait(ONE, 0, 450, 50);

    assertThat(millis("job", Component.READY)).isEqualTo(10);
  }

  @Test
  void runOfManySeconds_waitsWhereItWantedAProcessor() {
    run(ONE, "job", 0, 10_000, 500);
    sleep(ONE, 0, 9_000);
    wait(ONE, 9_000, 500, 400);

    assertThat(millis("job", Component.READY)).isEqualTo(400);
    assertThat(millis("job", Component.SLEPT)).isEqualTo(9_000);
    assertThat(millis("job", Component.UNEXPLAINED)).isEqualTo(100);
  }

  @Test
  void longPeriod_isSpreadOverItsSeconds() {
    run(ONE, "early", 0, 1_000, 100);
    run(ONE, "late", 1_000, 2_000, 100);
    events.add(new ProcessorWait(BEGIN, 2_000 * MILLI, ONE, 200 * MILLI, 600 * MILLI));

    assertThat(millis("early", Component.READY)).isEqualTo(300);
    assertThat(millis("late", Component.READY)).isEqualTo(300);
  }

  @Test
  void virtualThreads_waitWhereTheirCarriersDo() {
    run(new ThreadId(70, "", true), "one", 0, 500, 100);
    run(new ThreadId(71, "", true), "other", 500, 900, 200);
    wait(ThreadId.CARRIER, 0, 300, 300);

    assertThat(millis("one", Component.READY)).isEqualTo(200);
    assertThat(millis("other", Component.READY)).isEqualTo(100);
  }

  @Test
  void nestedRun_waitsAsTheOneAroundItDoes() {
    run(ONE, "outer", 0, 900, 300);
    events.add(jobRun(ONE, "inner", 100, 500, 100, 1, 1));
    wait(ONE, 0, 300, 300);

    assertThat(millis("outer", Component.READY)).isEqualTo(300);
    assertThat(millis("inner", Component.READY)).isEqualTo(150);
  }

  @Test
  void sampledRun_countsByItsWeight() {
    events.add(jobRun(ONE, "job", 0, 100, 40, 0, 5));
    wait(ONE, 0, 200, 300);

    assertThat(millis("job", Component.READY)).isCloseTo(5 * 60, within(1L));
    events.clear();
    events.add(jobRun(ONE, "job", 0, 100, 40, 0, 5));
    wait(ONE, 0, 200, 200);

    assertThat(millis("job", Component.READY)).isEqualTo(5 * 50);
  }

  @Test
  void threadOfTheJvm_isNoJobs() {
    run(ONE, "job", 0, 900, 300);
    wait(new ThreadId(0, "C2 CompilerThread0", false), 0, 300, 500);
    wait(ThreadId.NONE, 0, 300, 500);

    assertThat(millis("job", Component.READY)).isZero();
  }

  @Test
  void shares_addUpToTheBreakdownInTimeAndByLength() {
    wholeDay(new Random(5));
    Summary summary = builder(0, Long.MAX_VALUE, Integer.MAX_VALUE).build().settled();

    for (JobStatistics job : summary.jobs().byName().values()) {
      ComponentTimes total = job.breakdown().total();
      assertThat(total.nanos(Component.READY)).isPositive();
      assertThat(job.components().total(ComponentTimes.EMPTY)).isEqualTo(total);
      job.breakdown()
          .buckets()
          .values()
          .forEach(times -> assertThat(times.nanos(Component.UNEXPLAINED)).isNotNegative());
    }
  }

  /** Long enough for seconds to be decided on before the end, and runs as long as are charged. */
  @Test
  void anyCut_givesWhatOnePassGives() {
    wholeDay(new Random(6));
    Summary onePass = builder(0, Long.MAX_VALUE, Integer.MAX_VALUE).build().settled();
    for (int seed = 0; seed < 10; seed++) {
      Summary sum = Summary.empty();
      for (Summary piece : pieces(new Random(seed))) {
        sum = sum.plus(piece).settledSoFar(0);
      }
      assertThat(sum.settled().jobs()).as("seed %d", seed).isEqualTo(onePass.jobs());
    }
  }

  @Test
  void pieceByPiece_givesWhatOnePassGives() {
    wholeDay(new Random(7));
    Summary onePass = builder(0, Long.MAX_VALUE, Integer.MAX_VALUE).build().settled();

    assertThat(builder(0, Long.MAX_VALUE, 200).build().settled().jobs()).isEqualTo(onePass.jobs());
  }

  @Test
  void whatIsOpen_isBoundedByTheLongestRunThatIsCharged() {
    wholeDay(new Random(8));
    Summary soFar = builder(0, Long.MAX_VALUE, Integer.MAX_VALUE).build().settledSoFar(0);

    assertThat(soFar.openEnds().jvms().values())
        .allSatisfy(
            jvm ->
                assertThat(jvm.ready().values())
                    .allSatisfy(
                        thread ->
                            assertThat(thread.seconds().size())
                                .isLessThan(ReadyTimes.MOST_RUN_SECONDS + 20)));
  }

  @Test
  void veryManyThreadsThatWait_areBoundedToo_andLoseNothingOfShortRuns() {
    int count = 2 * ReadyTimes.MOST_OPEN / 100;
    for (int second = 0; second < 200; second++) {
      for (int id = 1; id <= count; id++) {
        run(thread(id), "job", 1_000L * second + 100, 1_000L * second + 900, 300);
        wait(thread(id), 1_000L * second, 300, 400);
      }
    }
    SummaryBuilder whole = builder(0, Long.MAX_VALUE, Integer.MAX_VALUE);
    Summary soFar = whole.build().settledSoFar(0);

    assertThat(soFar.openEnds().jvms().values())
        .allSatisfy(
            jvm ->
                assertThat(jvm.ready().values().stream().mapToInt(ReadyThread::size).sum())
                    .isPositive()
                    .isLessThanOrEqualTo(ReadyTimes.MOST_OPEN));
    ComponentTimes total = soFar.settled().jobs().byName().get("job").breakdown().total();
    assertThat(total.nanos(Component.READY)).isEqualTo(200L * count * 400 * MILLI);
  }

  /** Twice as long as a run may be that is charged with all of its waits. */
  private void wholeDay(Random random) {
    long seconds = 2 * ReadyTimes.MOST_RUN_SECONDS + 100;
    for (ThreadId thread : List.of(ONE, OTHER)) {
      long at = 0;
      while (at < 1_000 * seconds) {
        long millis = random.nextInt(20) == 0 ? 50_000 + random.nextInt(300_000) : 2_500;
        long end = at + 1 + random.nextInt((int) millis);
        run(thread, "job" + random.nextInt(2), at, end, (end - at) / 3);
        at = end + random.nextInt(500);
      }
      for (long second = 0; second < seconds; second += 1 + random.nextInt(3)) {
        wait(thread, 1_000 * second + random.nextInt(50), 300, random.nextInt(700));
      }
    }
    events.sort(Comparator.comparingLong(Event::endEpochNanos));
  }

  private List<Summary> pieces(Random random) {
    long last = events.get(events.size() - 1).endEpochNanos() - BEGIN + 1;
    TreeSet<Long> cuts = new TreeSet<>(List.of(0L, last));
    random.longs(6, 0, last).forEach(cuts::add);
    List<Summary> pieces = new ArrayList<>();
    for (long from : cuts.headSet(last)) {
      pieces.add(builder(from, cuts.higher(from), Integer.MAX_VALUE).build());
    }
    return pieces;
  }

  private SummaryBuilder builder(long from, long to, int mostEvents) {
    Chunk chunk = new Chunk("chunk-" + from, "a.jfr", 0, 0, BEGIN + from, MILLI);
    SummaryBuilder builder =
        new SummaryBuilder(chunk, Resolution.FULL, new SizeLimit(Resolution.FULL), mostEvents);
    builder.accept(status());
    for (Event event : events) {
      long end = event.endEpochNanos() - BEGIN;
      if (end >= from && end < to) {
        builder.accept(event);
      }
    }
    return builder;
  }

  private long millis(String job, Component component) {
    Summary summary = builder(0, Long.MAX_VALUE, Integer.MAX_VALUE).build().settled();
    return summary.jobs().byName().get(job).breakdown().total().nanos(component) / MILLI;
  }

  private void run(ThreadId thread, String job, long from, long to, long cpu) {
    events.add(jobRun(thread, job, from, to, cpu, 0, 1));
  }

  private void wait(ThreadId thread, long from, long running, long waiting) {
    events.add(
        new ProcessorWait(
            BEGIN + from * MILLI, 1_000 * MILLI, thread, running * MILLI, waiting * MILLI));
  }

  private void sleep(ThreadId thread, long from, long to) {
    events.add(
        new ThreadSleep(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread,
            StackTrace.EMPTY,
            (to - from) * MILLI));
  }

  private JobRun jobRun(
      ThreadId thread, String job, long from, long to, long cpu, long parent, long weight) {
    return new JobRun(
        BEGIN + from * MILLI,
        (to - from) * MILLI,
        thread,
        job,
        "pool",
        -1,
        -1,
        "completed",
        null,
        1,
        events.size() + 1L,
        parent,
        weight,
        cpu * MILLI,
        -1);
  }

  private static AgentStatus status() {
    return new AgentStatus(BEGIN, "1", "", 1, 0, null, 0, 0, 0, 0, 0, 0, "full", 0, 0, null, null);
  }

  private static ThreadId thread(int id) {
    return new ThreadId(id, "worker-" + id, false);
  }
}
