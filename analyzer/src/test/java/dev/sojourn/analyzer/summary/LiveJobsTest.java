package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.ThreadId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LiveJobsTest {
  private static final long SECOND_NANOS = 1_000_000_000;

  private final LiveJobs jobs = new LiveJobs(100, 102);

  @Test
  void seconds_areAddedUp() {
    jobs.accept(second(100, "Order", 3, 1));
    jobs.accept(second(101, "Order", 2, 0));
    jobs.accept(second(101, "Audit", 1, 0));

    assertThat(jobs.byName())
        .hasEntrySatisfying(
            "Order",
            job -> {
              assertThat(job.runs()).isEqualTo(5);
              assertThat(job.failures()).isEqualTo(1);
              assertThat(job.meanServiceNanos()).isEqualTo(2_000_000);
              assertThat(job.meanWaitingNanos()).isEqualTo(1_000_000);
            })
        .containsOnlyKeys("Order", "Audit");
  }

  @Test
  void secondsBeforeAndAfter_arePassedOver() {
    jobs.accept(second(99, "Order", 3, 0));
    jobs.accept(second(102, "Order", 3, 0));

    assertThat(jobs.byName()).isEmpty();
  }

  @Test
  void blockedTime_isWhatWaitsForLocksStandFor() {
    jobs.accept(second(100, "Order", 4, 0));
    jobs.accept(wait(100, "Order", "exclusive"));
    jobs.accept(wait(100, "Order", "monitor"));
    jobs.accept(wait(100, "Order", "condition"));
    jobs.accept(wait(100, "Order", "latch"));
    jobs.accept(wait(100, null, "exclusive"));

    assertThat(jobs.byName().get("Order").meanBlockedNanos()).isEqualTo(500_000);
  }

  private static LockAcquire wait(long second, String job, String mode) {
    return new LockAcquire(
        second * SECOND_NANOS,
        500_000,
        ThreadId.NONE,
        null,
        1,
        "Lock",
        "Stock#lock",
        mode,
        "acquired",
        0,
        null,
        1,
        job,
        1_000_000);
  }

  private static JobSecond second(long second, String job, long runs, long failures) {
    return new JobSecond(
        second * SECOND_NANOS,
        job,
        "pool",
        second * 1_000,
        runs,
        failures,
        0,
        0,
        runs * 1_000_000,
        runs,
        runs * 2_000_000,
        0,
        0,
        0,
        0,
        encoded(runs, 1_000_000),
        encoded(runs, 2_000_000),
        encoded(runs, 3_000_000),
        runs);
  }

  private static String encoded(long count, long nanos) {
    Histogram histogram = new Histogram(2);
    histogram.recordValueWithCount(nanos, count);
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }
}
