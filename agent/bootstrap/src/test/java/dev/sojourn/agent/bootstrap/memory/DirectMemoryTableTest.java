package dev.sojourn.agent.bootstrap.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.event.DirectMemorySummaryEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectMemoryTableTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final HostPlace DECODE = new HostPlace("com.acme.Frames.decode", 7);
  private static final HostPlace ENCODE = new HostPlace("com.acme.Frames.encode", 9);

  @TempDir private Path folder;
  private final DirectMemoryTable table = new DirectMemoryTable(64);

  @Test
  void whatIsHeld_isSummedByJobAndPlace() throws IOException {
    keep("play", DECODE, MEBIBYTE, 3);
    keep("play", ENCODE, MEBIBYTE, 2);
    keep(null, DECODE, MEBIBYTE, 1);

    List<RecordedEvent> told = flush();
    assertThat(told).hasSize(3);
    assertThat(held(told))
        .containsEntry("play " + DECODE.method(), 3 * MEBIBYTE)
        .containsEntry("play " + ENCODE.method(), 2 * MEBIBYTE)
        .containsEntry("null " + DECODE.method(), MEBIBYTE);
    assertThat(told.get(0).getLong("buffers")).isEqualTo(3);
    assertThat(told.get(0).getLong("allocated")).isEqualTo(3 * MEBIBYTE);
    assertThat(told.get(0).getInt("line")).isEqualTo(7);
  }

  @Test
  void whatWasGivenBack_isHeldNoMore() throws IOException {
    AtomicBoolean over = new AtomicBoolean();
    table.add(sample("play", DECODE, MEBIBYTE, over::get));
    keep("play", DECODE, MEBIBYTE, 1);
    assertThat(held(flush())).containsEntry("play " + DECODE.method(), 2 * MEBIBYTE);

    over.set(true);
    List<RecordedEvent> told = flush();
    assertThat(held(told)).containsEntry("play " + DECODE.method(), MEBIBYTE);
    assertThat(told.get(0).getLong("allocated")).isZero();
  }

  @Test
  void placeThatHoldsNothing_isToldForAWhileAndThenForgotten() throws IOException {
    table.add(sample("play", DECODE, MEBIBYTE, () -> true));
    assertThat(held(flush())).containsEntry("play " + DECODE.method(), 0L);
    for (int second = 0; second < 60; second++) {
      table.flush(second);
    }
    assertThat(flush()).isEmpty();
  }

  @Test
  void moreSamplesThanThereIsRoomFor_areThinnedAndStandForAllTheSame() throws IOException {
    DirectMemoryTable larger = new DirectMemoryTable(512);
    for (int round = 0; round < 100; round++) {
      keep(larger, "play", DECODE, 1024, 200);
      larger.flush(round);
    }

    assertThat(larger.size()).isBetween(1, 512);
    // each of the 20,000 stands for 64.5 KiB; of 256 samples the standard error is 6 %
    assertThat(held(flush(larger)).get("play " + DECODE.method()).doubleValue())
        .isCloseTo(20_000 * 64.5 * 1024, Percentage.withPercentage(50));
  }

  @Test
  void placesBeyondTheMost_areToldTogether() throws IOException {
    DirectMemoryTable larger = new DirectMemoryTable(512);
    for (int line = 0; line < 80; line++) {
      HostPlace place = new HostPlace("com.acme.Generated.m" + line, line);
      keep(larger, "play", place, MEBIBYTE, 1);
    }

    Map<String, Long> held = held(flush(larger));
    assertThat(held).hasSize(65);
    assertThat(held.get("null ")).isBetween(16 * MEBIBYTE, 17 * MEBIBYTE);
  }

  private void keep(String job, HostPlace place, long bytes, int times) {
    keep(table, job, place, bytes, times);
  }

  private static void keep(
      DirectMemoryTable in, String job, HostPlace place, long bytes, int times) {
    for (int i = 0; i < times; i++) {
      in.add(sample(job, place, bytes, () -> false));
    }
  }

  private static SampledMemory sample(String job, HostPlace place, long bytes, Release release) {
    SampledMemory sample = new SampledMemory(job, place, bytes, ByteSampling.FINEST_BYTES);
    sample.until(release);
    return sample;
  }

  private List<RecordedEvent> flush() throws IOException {
    return flush(table);
  }

  private List<RecordedEvent> flush(DirectMemoryTable flushed) throws IOException {
    Path file = folder.resolve("flush.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(DirectMemorySummaryEvent.class);
      recording.start();
      flushed.flush(0);
      recording.stop();
      recording.dump(file);
    }
    return new ArrayList<>(RecordingFile.readAllEvents(file));
  }

  private static Map<String, Long> held(List<RecordedEvent> told) {
    Map<String, Long> held = new TreeMap<>();
    for (RecordedEvent event : told) {
      held.merge(
          event.getString("job") + " " + event.getString("method"),
          event.getLong("held"),
          Long::sum);
    }
    return held;
  }
}
