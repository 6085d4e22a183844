package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelCounterTest {
  private static final String PRESSURE =
      """
      some avg10=0.00 avg60=1.62 avg300=3.38 total=18508068548
      full avg10=0.00 avg60=0.00 avg300=0.00 total=7
      """;

  @TempDir private Path folder;

  @Test
  void pressure_isTheTotalOfSomeInMicros() {
    assertThat(KernelCounter.pressureNanos(PRESSURE)).isEqualTo(18_508_068_548_000L);
    assertThat(KernelCounter.pressureNanos("")).isEqualTo(KernelCounter.UNKNOWN_NANOS);
  }

  @Test
  void stolenTime_isTheEighthOfAllProcessors() {
    assertThat(KernelCounter.stolenNanos("cpu  4 162 47 2020 84 0 10 1990 0 0\ncpu0 2 6 2 1"))
        .isEqualTo(19_900_000_000L);
    assertThat(KernelCounter.stolenNanos("cpu  4 162 47")).isEqualTo(KernelCounter.UNKNOWN_NANOS);
  }

  @Test
  void fileThatIsNotThere_isNotKnown() {
    KernelCounter counter = new KernelCounter(folder.resolve("none"), KernelCounter::pressureNanos);

    assertThat(counter.nanos()).isEqualTo(KernelCounter.UNKNOWN_NANOS);
  }

  @Test
  void fileThatTellsNonsense_isNotKnown() throws IOException {
    Path file = Files.writeString(folder.resolve("cpu.pressure"), "some total=x");

    assertThat(new KernelCounter(file, KernelCounter::pressureNanos).nanos())
        .isEqualTo(KernelCounter.UNKNOWN_NANOS);
  }

  @Test
  void group_isTheOneThatTheProcessIsIn() throws IOException {
    Path own = Files.createDirectories(folder.resolve("user/app"));
    Files.writeString(own.resolve("cpu.pressure"), PRESSURE);
    Path process = Files.writeString(folder.resolve("cgroup"), "3:cpu:/x\n0::/user/app\n");

    assertThat(KernelCounter.group(process, folder)).isEqualTo(own);
  }

  @Test
  void groupThatCannotBeSeen_isTheRoot() throws IOException {
    Path process = Files.writeString(folder.resolve("cgroup"), "0::/elsewhere\n");

    assertThat(KernelCounter.group(process, folder)).isEqualTo(folder);
    assertThat(KernelCounter.group(folder.resolve("none"), folder)).isEqualTo(folder);
  }
}
