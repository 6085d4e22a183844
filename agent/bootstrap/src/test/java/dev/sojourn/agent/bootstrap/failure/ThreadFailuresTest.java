package dev.sojourn.agent.bootstrap.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.event.RepeatedFailureSummaryEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThreadFailuresTest {
  private static final String BUSY = "com.acme.Busy";
  private static final String WRAPPER = "com.acme.Failed";
  private static final OfJob FIRST = new OfJob(1, "open");
  private static final OfJob SECOND = new OfJob(2, "open");

  @TempDir private Path folder;
  private final FailureTable table = new FailureTable();
  private final ThreadFailures failures = new ThreadFailures(table);
  private final Random random = new Random(1);
  private long nowNanos = 1;

  @Test
  void whatFailsAgainInOneRun_isCountedWithTheTimeBetween() throws IOException {
    meet(FIRST, BUSY, "door 3");
    meet(FIRST, BUSY, "door 4");
    meet(FIRST, BUSY, "door 12");

    List<RecordedEvent> told = flush();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getString("job")).isEqualTo("open");
    assertThat(told.get(0).getString("failureClass")).isEqualTo(BUSY);
    assertThat(told.get(0).getLong("repeated")).isEqualTo(2);
    assertThat(told.get(0).getDuration("timeBetween").toNanos()).isEqualTo(200);
  }

  @Test
  void oneFailureOfEachRun_isNoneAgain() throws IOException {
    meet(FIRST, BUSY, null);
    meet(SECOND, BUSY, null);

    assertThat(flush()).isEmpty();
  }

  @Test
  void otherMessagesAndClasses_areOtherFailures() throws IOException {
    meet(FIRST, BUSY, "door");
    meet(FIRST, BUSY, "gate");
    meet(FIRST, WRAPPER, "gate");

    assertThat(flush()).isEmpty();
  }

  @Test
  void failureThatIsWrapped_isOne() throws IOException {
    meet(FIRST, "com.acme.Once", null);
    for (int i = 0; i < 20; i++) {
      meet(FIRST, BUSY, null);
      meet(FIRST, WRAPPER, null);
    }

    List<RecordedEvent> told = flush();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getLong("repeated")).isBetween(15L, 19L);
    assertThat(told.get(0).getDuration("timeBetween").toNanos())
        .isEqualTo(200 * told.get(0).getLong("repeated"));
  }

  @Test
  void whatFailsNoMore_isForgottenAndFoundAnew() throws IOException {
    meet(FIRST, BUSY, null);
    meet(FIRST, BUSY, null);
    assertThat(flush()).hasSize(1);
    for (int second = 0; second < 10; second++) {
      table.flush(second);
    }
    assertThat(table.size()).isZero();

    meet(FIRST, BUSY, null);
    assertThat(flush()).hasSize(1);
  }

  @Test
  void veryMany_areFollowedNowAndThen_andAddUpToAll() throws IOException {
    int all = 1_000_000;
    int followed = 0;
    for (int i = 0; i < all; i++) {
      followed += offer(100) ? 1 : 0;
    }

    RepeatedFailureTold told = told();
    assertThat(followed).isBetween(all / 20, all / 12);
    assertThat(told.repeated()).isBetween((long) (0.9 * all), (long) (1.1 * all));
    assertThat(told.betweenNanos()).isEqualTo(100 * told.repeated());
  }

  @Test
  void thoseThatAreFarApart_areAllFollowed() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      assertThat(offer(2_000_000)).isTrue();
    }

    assertThat(told().repeated()).isEqualTo(9_999);
  }

  /** Whether it is followed. */
  private boolean offer(long apartNanos) {
    nowNanos += apartNanos;
    boolean followed = !failures.passesOver();
    if (followed) {
      failures.add(FIRST, BUSY, null, nowNanos, random.nextInt());
    }
    return followed;
  }

  private void meet(Run run, String failureClass, String message) {
    failures.add(run, failureClass, message, nowNanos += 100, random.nextInt());
  }

  private RepeatedFailureTold told() throws IOException {
    RecordedEvent event = flush().get(0);
    return new RepeatedFailureTold(
        event.getLong("repeated"), event.getDuration("timeBetween").toNanos());
  }

  private record RepeatedFailureTold(long repeated, long betweenNanos) {}

  private List<RecordedEvent> flush() throws IOException {
    Path file = folder.resolve("flushed-" + nowNanos + ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(RepeatedFailureSummaryEvent.class);
      recording.start();
      table.flush(0);
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  private record OfJob(long id, String job) implements Run {
    @Override
    public boolean isOpen() {
      return true;
    }
  }
}
