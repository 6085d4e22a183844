package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Damage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChunkDamagesTest {
  private static final String CHECKPOINT = "an unreadable checkpoint";

  private final ChunkDamages damages = new ChunkDamages(chunk());

  @Test
  void sameFaultsOneBehindTheOther_areOneDamage() {
    damages.left(100, 20, CHECKPOINT);
    damages.left(120, 30, CHECKPOINT);
    damages.left(150, 50, CHECKPOINT);
    damages.delivered(3_000);
    damages.finish();

    assertThat(damages.damages())
        .containsExactly(damage(100, 100, 2_000, "an unreadable checkpoint and others behind it"));
  }

  @Test
  void whatDiffers_orLiesApart_isToldOneByOne() {
    damages.left(100, 20, CHECKPOINT);
    damages.left(120, 30, "an event of no size");
    damages.left(160, 40, CHECKPOINT);
    damages.delivered(3_000);
    damages.left(200, 10, CHECKPOINT);
    damages.finish();

    assertThat(damages.damages())
        .extracting(Damage::offsetBytes)
        .containsExactly(100L, 120L, 160L, 200L);
    assertThat(damages.damages()).extracting(Damage::lostBytes).containsExactly(20L, 30L, 40L, 10L);
  }

  private static Damage damage(long offset, long lost, long missingNanos, String reason) {
    return new Damage("a.jfr", 0, offset, lost, missingNanos, reason);
  }

  /** With ticks that are nanoseconds. */
  private static ChunkSpan chunk() {
    ChunkHeader header =
        new ChunkHeader(2, 1, 1_000, 0, 68, 0, 10_000, 1_000, 1_000_000_000, 0, true);
    return new ChunkSpan(Path.of("a.jfr"), "a.jfr", 0, 0, 1_000, header, null);
  }
}
