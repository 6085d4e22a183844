package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.CurrentRun;
import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Methods that one thread runs again and again, through the probes that their code calls. */
final class TallyTest {
  private static final int RUNS = 10_000;
  private static final int EXPONENT = 6;

  private final Method outer = new Method("outer");
  private final Method inner = new Method("inner");

  @BeforeEach
  void begin() {
    Presence.enter();
  }

  @AfterEach
  void end() {
    JobTable.INSTANCE.longestStride(128);
    MethodProbe.clear();
    JobTable.INSTANCE.clear();
    Presence.leave();
  }

  @Test
  void runs_areCountedExactlyAndTimedByChance() {
    outer.sampled();
    repeat(() -> outer.run(() -> {}));

    JobTotals totals = outer.take();
    assertThat(totals.runs()).isEqualTo(RUNS);
    assertThat(totals.timedRuns()).isBetween(RUNS / 200L, RUNS / 20L);
    assertThat(totals.estimate().service.count()).isEqualTo(RUNS);
    assertThat(totals.nested()).isZero();
  }

  @Test
  void runsSinceTheLastLook_areTakenOnce() {
    outer.sampled();
    repeat(() -> outer.run(() -> {}));
    outer.take();
    outer.run(() -> {});

    assertThat(outer.take().runs()).isOne();
    assertThat(outer.take().runs()).isZero();
  }

  @Test
  void failures_areCountedExactly() {
    outer.sampled();
    for (int i = 0; i < RUNS; i++) {
      Run run = outer.started();
      outer.ended(run, i % 7 == 0 ? new IllegalStateException("on purpose") : null);
    }

    JobTotals totals = outer.take();
    assertThat(totals.runs()).isEqualTo(RUNS);
    assertThat(totals.failures()).isEqualTo((RUNS + 6) / 7);
  }

  @Test
  void runsInsideOthers_areNested() {
    outer.sampled();
    inner.sampled();
    repeat(
        () ->
            outer.run(
                () -> {
                  inner.run(() -> {});
                  inner.run(() -> {});
                }));
    repeat(() -> inner.run(() -> {}));

    assertThat(outer.take().nested()).isZero();
    JobTotals totals = inner.take();
    assertThat(totals.runs()).isEqualTo(3 * RUNS);
    assertThat(totals.nested()).isEqualTo(2 * RUNS);
  }

  @Test
  void runsThatAreNotSampled_insideThoseThatAre_leaveThemAsTheyWere() {
    outer.sampled();
    repeat(
        () ->
            outer.run(
                () -> {
                  inner.run(() -> {});
                  assertThat(CurrentRun.job()).isEqualTo("outer");
                }));

    assertThat(outer.take().runs()).isEqualTo(RUNS);
    assertThat(inner.take().nested()).isEqualTo(RUNS);
    assertThat(CurrentRun.job()).isNull();
  }

  @Test
  void methodInsideItsOwn_isPartOfIt() {
    outer.sampled();
    inner.sampled();
    repeat(() -> outer.run(() -> outer.run(() -> outer.run(() -> {}))));
    repeat(() -> inner.run(() -> outer.run(() -> inner.run(() -> {}))));

    assertThat(outer.take().runs()).isEqualTo(2 * RUNS);
    assertThat(inner.take().runs()).isEqualTo(2 * RUNS);
  }

  @Test
  void eachRun_hasAnIdOfItsOwn() {
    outer.sampled();
    Set<Long> ids = new HashSet<>();
    repeat(
        () ->
            outer.run(
                () -> {
                  ids.add(CurrentRun.runId());
                  ids.add(CurrentRun.runId());
                }));

    assertThat(ids).hasSize(RUNS).doesNotContain(0L);
  }

  @Test
  void runLeftOpenInsideAnother_endsWithIt() {
    outer.sampled();
    inner.sampled();
    repeat(() -> outer.run(() -> inner.run(() -> {})));
    outer.run(inner::started);

    assertThat(CurrentRun.job()).isNull();
    repeat(() -> outer.run(() -> inner.run(() -> {})));
    assertThat(inner.take().runs()).isEqualTo(2 * RUNS);
    assertThat(outer.take().runs()).isEqualTo(2 * RUNS + 1);
  }

  @Test
  void secondMethodOfATask_isARunOfItsOwn() {
    inner.sampled();
    Job task = JobTable.INSTANCE.of("task", ExecutorState.NONE);
    repeat(
        () -> {
          TaskRun run = TaskRun.begin(ThreadState.current(), task, true, 1);
          run.start(ThreadMeter.NONE, System.nanoTime());
          inner.run(() -> {});
          inner.run(() -> {});
          inner.run(() -> {});
          TaskProbe.ended(run, null);
        });

    JobTotals tasks = new JobTotals();
    task.takeInto(tasks);
    assertThat(tasks.runs()).isEqualTo(RUNS);
    assertThat(inner.take().nested()).isEqualTo(3 * RUNS);
  }

  @Test
  void threadThatEnded_leavesItsCountAndIsForgotten() throws InterruptedException {
    outer.sampled();
    Thread thread = new Thread(() -> repeat(() -> outer.run(() -> {})));
    thread.start();
    thread.join();

    assertThat(outer.job().tallies().isEmpty()).isFalse();
    assertThat(outer.take().runs()).isEqualTo(RUNS);
    assertThat(outer.job().tallies().isEmpty()).isTrue();
  }

  @Test
  void runsThatAreOnlyCounted_areRepresentedByEvents() {
    outer.sampled();
    repeat(() -> outer.run(() -> {}));
    outer.take();

    assertThat(outer.job().unwritten()).isBetween(0L, 2L << EXPONENT);
  }

  @Test
  void strideOfOne_timesEveryRun() {
    JobTable.INSTANCE.longestStride(1);
    repeat(() -> outer.run(() -> inner.run(() -> {})));
    Buckets first = outer.take().estimate().service;
    repeat(() -> outer.run(() -> {}));

    JobTotals totals = outer.take();
    assertThat(first.count()).isEqualTo(RUNS);
    assertThat(totals.timedRuns()).isEqualTo(RUNS);
    assertThat(totals.estimate().service.count()).isEqualTo(RUNS);
    assertThat(totals.estimate().serviceNanos).isPositive();
    assertThat(inner.take().timedRuns()).isEqualTo(RUNS);
  }

  @Test
  void anotherAgentsNumbers_areNotThoseOfTheLast() {
    outer.sampled();
    repeat(() -> outer.run(() -> {}));
    MethodProbe.clear();
    JobTable.INSTANCE.clear();
    Method next = new Method("next");
    next.sampled();
    repeat(() -> next.run(() -> {}));

    assertThat(outer.started()).isNull();
    assertThat(next.take().runs()).isEqualTo(RUNS);
  }

  private static void repeat(Runnable action) {
    for (int i = 0; i < RUNS; i++) {
      action.run();
    }
  }

  /** A method as it is woven. */
  private static final class Method {
    private final int number;
    private final Job job;

    Method(String name) {
      number = MethodProbe.register(name);
      job = JobTable.INSTANCE.of(name, ExecutorState.NONE);
    }

    void sampled() {
      job.strideExponent(EXPONENT);
    }

    void run(Runnable body) {
      Run run = started();
      body.run();
      ended(run, null);
    }

    Run started() {
      return MethodProbe.started(number);
    }

    void ended(Run run, Throwable failure) {
      MethodProbe.ended(run, failure);
    }

    Job job() {
      return job;
    }

    JobTotals take() {
      JobTotals totals = new JobTotals();
      job.takeInto(totals);
      return totals;
    }
  }
}
