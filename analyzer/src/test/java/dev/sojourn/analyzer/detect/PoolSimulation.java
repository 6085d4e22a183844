package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A pool with a queue, as JFR would record it: tasks arrive by chance, the thread that waits
 * longest takes each, and waits for work below ten milliseconds leave no trace. What tasks do is
 * sampled.
 */
final class PoolSimulation {
  private static final double THRESHOLD_SECONDS = 0.01;
  private static final double SAMPLE_SECONDS = 0.02;

  /** Spikes and slow waves, as services have them. */
  private static final double NOISE = 0.5;

  private static final double WAVE = 0.95;

  private final Random random;
  private final int threads;
  private final int seconds;
  private final int[] taken;
  private final double[] idle;
  private final double[] sampled;
  private double wave;

  PoolSimulation(long seed, int threads, int seconds) {
    this.random = new Random(seed);
    this.threads = threads;
    this.seconds = seconds;
    this.taken = new int[seconds];
    this.idle = new double[seconds];
    this.sampled = new double[seconds];
  }

  private record Worker(double freeAt) {}

  /** Arrivals a second and the mean length of a task in seconds, both by time in seconds. */
  Summary run(DoubleUnaryOperator perSecond, DoubleUnaryOperator lengthSeconds) {
    PriorityQueue<Worker> busy = new PriorityQueue<>(Comparator.comparingDouble(Worker::freeAt));
    ArrayDeque<Worker> waiting = new ArrayDeque<>();
    for (int thread = 0; thread < threads; thread++) {
      waiting.add(new Worker(0));
    }
    double now = 0;
    while ((now += -StrictMath.log(1 - random.nextDouble()) / perSecond.applyAsDouble(now))
        < seconds) {
      while (!busy.isEmpty() && busy.peek().freeAt() <= now) {
        waiting.add(busy.poll());
      }
      double start = waiting.isEmpty() ? busy.poll().freeAt() : now;
      if (!waiting.isEmpty()) {
        park(waiting.poll().freeAt(), now);
      }
      double end = start + length(lengthSeconds.applyAsDouble(now));
      sample(start, end);
      busy.add(new Worker(end));
    }
    return Pools.pool("mixer-*", threads, seconds, this::second);
  }

  private double length(double mean) {
    wave = WAVE * wave + 0.1 * random.nextGaussian();
    return mean * StrictMath.exp(NOISE * random.nextGaussian() + wave);
  }

  private void park(double from, double to) {
    if (to - from < THRESHOLD_SECONDS) {
      return;
    }
    taken[(int) to]++;
    for (double at = from; at < to; at = Math.floor(at) + 1) {
      idle[(int) at] += Math.min(to, Math.floor(at) + 1) - at;
    }
  }

  private void sample(double from, double to) {
    double first = (Math.floor(from / SAMPLE_SECONDS) + random.nextDouble()) * SAMPLE_SECONDS;
    for (double at = first; at < Math.min(to, seconds); at += SAMPLE_SECONDS) {
      sampled[(int) at] += at >= from ? SAMPLE_SECONDS : 0;
    }
  }

  private WorkerTimes second(int second) {
    return Pools.second(taken[second], idle[second], Component.CPU, sampled[second]);
  }

  /** Mean number of threads that were known to wait for work. */
  double meanIdle() {
    return Arrays.stream(idle).average().orElse(0);
  }
}
