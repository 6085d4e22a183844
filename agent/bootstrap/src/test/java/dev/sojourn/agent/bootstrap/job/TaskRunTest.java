package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TaskRunTest {
  private static final long RUN_NANOS = 200_000;

  private final Job job = new Job("job", ExecutorState.NONE);
  private final Meter meter = new Meter();
  private final ThreadState state = ThreadState.current();

  @BeforeEach
  void measureRuns() {
    job.measured(true);
    state.takeSpare();
  }

  @Test
  void cpuTimeOfARun_isWhatItsThreadUsedMeanwhile() {
    assertThat(run(1_000_000, 150_000).cpuNanos()).isEqualTo(150_000);
  }

  @Test
  void aThreadThatGoesOnAtOnce_isNotAskedAgain() {
    run(1_000_000, 150_000);
    meter.cpuNanos += 500;
    TaskRun next = run(1_000_000 + RUN_NANOS + 500, 120_000);

    assertThat(next.cpuNanos()).isEqualTo(120_000);
    assertThat(meter.asked).isEqualTo(3);
  }

  @Test
  void aThreadThatDidOtherThings_isAskedAgain() {
    run(1_000_000, 150_000);
    meter.cpuNanos += 40_000;
    TaskRun next = run(1_000_000 + RUN_NANOS + 90_000, 120_000);

    assertThat(next.cpuNanos()).isEqualTo(120_000);
    assertThat(meter.asked).isEqualTo(4);
  }

  private TaskRun run(long startNanos, long cpuNanos) {
    TaskRun run = TaskRun.begin(state, job, true, 1);
    run.start(meter, startNanos);
    meter.cpuNanos += cpuNanos;
    run.end(state, meter, startNanos + RUN_NANOS, null);
    return run;
  }

  private static final class Meter implements ThreadMeter {
    private long cpuNanos = 7_000_000;
    private int asked;

    @Override
    public long cpuNanos() {
      asked++;
      return cpuNanos;
    }

    @Override
    public long allocatedBytes() {
      return -1;
    }
  }
}
