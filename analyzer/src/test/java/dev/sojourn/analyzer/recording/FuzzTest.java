package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sojourn.analyzer.event.Damage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads recordings with random damages. {@code -Dfuzz.mutations=1000000} makes it long, {@code
 * -Dfuzz.seed} sets the first seed.
 */
class FuzzTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 1_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);

  /** Far beyond what any file of this size takes: reached only by a reader that hangs. */
  private static final Duration HANGING = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void damagedRecording_isReadToItsEnd(int feature) throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.of(feature));
    Path damaged = folder.resolve("damaged.jfr");
    for (long seed = FIRST_SEED; seed < FIRST_SEED + MUTATIONS; seed++) {
      byte[] bytes = Mutation.of(whole, seed);
      Files.write(damaged, bytes);
      check(damaged, bytes.length, "seed " + seed);
    }
  }

  private static void check(Path file, int length, String seed) {
    ReadResult result;
    try {
      result = assertTimeoutPreemptively(HANGING, () -> ReadEvents.of(file).result());
    } catch (Throwable e) {
      throw new AssertionError(seed, e);
    }
    assertThat(result.damages())
        .as(seed)
        .allMatch(damage -> inside(damage, length))
        .allMatch(damage -> damage.missingNanos() >= -1 && !damage.reason().isEmpty());
  }

  private static boolean inside(Damage damage, int length) {
    return damage.offsetBytes() >= 0
        && damage.offsetBytes() <= length
        && damage.lostBytes() >= 0
        && damage.path().endsWith("damaged.jfr");
  }
}
