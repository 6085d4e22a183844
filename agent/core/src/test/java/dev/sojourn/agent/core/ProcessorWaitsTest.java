package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessorWaitsTest {
  private static final String EVENT = "sojourn.ProcessorWait";
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long SOMEBODY_WAITED = 500 * MILLI;

  @TempDir private Path folder;

  private Path threads;

  private interface Body {
    void run(ProcessorWaits waits) throws IOException;
  }

  @Test
  void thread_isToldWithWhatItGrewBy() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 100 * MILLI, 50 * MILLI);
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(7, 300 * MILLI, 75 * MILLI);
              waits.write(SOMEBODY_WAITED, 2 * SECOND);
            });

    assertThat(events).hasSize(1);
    assertThat(events.get(0).getLong("osThreadId")).isEqualTo(7);
    assertThat(events.get(0).getLong("period")).isEqualTo(SECOND);
    assertThat(events.get(0).getLong("running")).isEqualTo(200 * MILLI);
    assertThat(events.get(0).getLong("waiting")).isEqualTo(25 * MILLI);
  }

  @Test
  void shortWait_isNotTold() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 0);
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(7, 100 * MILLI, ProcessorWaits.LEAST_WAITING_NANOS - 1);
              waits.write(SOMEBODY_WAITED, 2 * SECOND);
            });

    assertThat(events).isEmpty();
  }

  @Test
  void nobodyIsAsked_whereNobodyWaited() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 0);
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(7, 0, 50 * MILLI);
              waits.write(2 * MILLI, 2 * SECOND);
              waits.write(SOMEBODY_WAITED, 3 * SECOND);
            });

    assertThat(events).hasSize(1);
    assertThat(events.get(0).getLong("period")).isEqualTo(SECOND);
  }

  @Test
  void pressureOfManyProcessors_isAMean() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 0);
              waits.write(2 * MILLI, SECOND);
              tell(7, 0, 50 * MILLI);
              waits.write(3 * MILLI, 2 * SECOND);
            });

    assertThat(events).isEmpty();
  }

  @Test
  void unknownPressure_isNoReasonNotToAsk() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 0);
              waits.write(KernelCounter.UNKNOWN_NANOS, SECOND);
              tell(7, 0, 50 * MILLI);
              waits.write(KernelCounter.UNKNOWN_NANOS, 2 * SECOND);
            });

    assertThat(events).hasSize(1);
  }

  @Test
  void newThread_countsFromItsBegin() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 50 * MILLI);
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(8, 10 * MILLI, 20 * MILLI);
              waits.write(SOMEBODY_WAITED, 2 * SECOND);
            });

    assertThat(events).hasSize(1);
    assertThat(events.get(0).getLong("osThreadId")).isEqualTo(8);
    assertThat(events.get(0).getLong("waiting")).isEqualTo(20 * MILLI);
    assertThat(events.get(0).getLong("period")).isEqualTo(SECOND);
  }

  @Test
  void threadThatEndsMeanwhile_isPassedOver() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 0);
              Files.createDirectories(threads.resolve("8"));
              Files.createDirectories(threads.resolve("9"));
              Files.writeString(threads.resolve("9").resolve("schedstat"), "");
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(7, 0, 50 * MILLI);
              waits.write(SOMEBODY_WAITED, 2 * SECOND);
            });

    assertThat(events).hasSize(1);
  }

  @Test
  void waitThatIsFarLongerThanThePeriod_isNotBelieved() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              tell(7, 0, 0);
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(7, 1, 30 * SECOND);
              waits.write(SOMEBODY_WAITED, 2 * SECOND);
              tell(7, 1, 30 * SECOND + 10 * MILLI);
              waits.write(SOMEBODY_WAITED, 3 * SECOND);
            });

    assertThat(events).hasSize(1);
    assertThat(events.get(0).getLong("waiting")).isEqualTo(10 * MILLI);
  }

  @Test
  void manyThreads_areAskedInTurn() throws IOException {
    int count = 2 * ProcessorWaits.MOST_THREADS;
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              for (int second = 1; second <= 4; second++) {
                for (int id = 1; id <= count; id++) {
                  tell(id, 0, second * 10 * MILLI);
                }
                waits.write(SOMEBODY_WAITED, second * SECOND);
              }
            });

    assertThat(events).hasSize(count);
    assertThat(events).extracting(event -> event.getLong("osThreadId")).doesNotHaveDuplicates();
    assertThat(events).allMatch(event -> event.getLong("period") == 2 * SECOND);
    assertThat(events).allMatch(event -> event.getLong("waiting") == 20 * MILLI);
  }

  @Test
  void whereNothingIsTold_nobodyIsAskedAgain() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            waits -> {
              waits.write(SOMEBODY_WAITED, SECOND);
              tell(7, 0, 0);
              waits.write(SOMEBODY_WAITED, 2 * SECOND);
              tell(7, 0, 50 * MILLI);
              waits.write(SOMEBODY_WAITED, 3 * SECOND);
            });

    assertThat(events).isEmpty();
  }

  /** As /proc/self/task has it. */
  private void tell(int id, long runningNanos, long waitingNanos) throws IOException {
    Path thread = Files.createDirectories(threads.resolve(String.valueOf(id)));
    Files.writeString(
        thread.resolve("schedstat"), runningNanos + " " + waitingNanos + " " + 27 + "\n");
  }

  private List<RecordedEvent> eventsOf(Body body) throws IOException {
    threads = Files.createDirectories(folder.resolve("task"));
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).withoutThreshold();
      recording.start();
      body.run(new ProcessorWaits(threads, 2));
      recording.stop();
      Path file = folder.resolve("waits.jfr");
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals(EVENT))
          .toList();
    }
  }
}
