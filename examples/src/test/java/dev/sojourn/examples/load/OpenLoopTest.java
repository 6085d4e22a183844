package dev.sojourn.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final long MILLI = 1_000_000;

  private final SteppedPace pace = new SteppedPace();
  private final OpenLoop loop = new OpenLoop(pace);

  @Test
  void eachArrival_goesOutWhenItIsDue() {
    List<Long> sentAt = new ArrayList<>();

    long sent = loop.run(everyTenMillis(5).iterator(), arrival -> sentAt.add(pace.nanoTime()));

    assertThat(sent).isEqualTo(5);
    assertThat(sentAt).containsExactly(0L, 10 * MILLI, 20 * MILLI, 30 * MILLI, 40 * MILLI);
  }

  @Test
  void stalledService_doesNotHideThatItsCallersWaited() {
    Tally<String> tally = new Tally<>(List.of("job"));

    loop.run(
        everyTenMillis(100).iterator(),
        arrival -> {
          if (arrival.number() == 0) {
            pace.advance(500 * MILLI);
          }
          tally.ended("job", pace.nanoTime() - arrival.intendedNanos());
        });

    assertThat(tally.ended("job")).isEqualTo(100);
    // arrivals of the stalled half second waited 500, 490, … 10 ms: a quarter of all waited 250 or
    // more
    assertThat(tally.sojournNanos("job", 74)).isCloseTo(250 * MILLI, within());
    assertThat(tally.sojournNanos("job", 100)).isCloseTo(500 * MILLI, within());
  }

  @Test
  void interruptedThread_sendsNothingMore() {
    Thread.currentThread().interrupt();

    assertThat(loop.run(everyTenMillis(5).iterator(), arrival -> {})).isZero();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Offset<Long> within() {
    return Offset.offset(11 * MILLI);
  }

  private static List<Arrival<String>> everyTenMillis(int count) {
    return LongStream.range(0, count)
        .mapToObj(number -> new Arrival<>("job", number * 10 * MILLI, number))
        .toList();
  }

  private static final class SteppedPace implements Pace {
    private long nowNanos;

    @Override
    public long nanoTime() {
      return nowNanos;
    }

    @Override
    public void awaitNanoTime(long deadlineNanos) {
      nowNanos = Math.max(nowNanos, deadlineNanos);
    }

    void advance(long nanos) {
      nowNanos += nanos;
    }
  }
}
