package dev.sojourn.agent.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A service with one worker and jobs that arrive whether it keeps up or not (Poisson). It tells how
 * many it finished per second, and how long they took from the time they were due to arrive.
 */
public final class Service {
  private static final int TOKENS = 70_000;
  private static final int WARMUP_JOBS = 50_000;

  private final ExecutorService worker = Executors.newFixedThreadPool(1);
  private final long[] sojournNanos;
  private int ended;

  private Service(int jobs) {
    sojournNanos = new long[jobs];
  }

  /**
   * With no argument, prints the nanoseconds that a job takes; else takes the jobs per second, the
   * seconds, and the seed of the arrivals, and prints jobs per second, and the median and the p99
   * of the sojourn times in milliseconds.
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length == 0) {
      System.out.println(jobNanos());
      return;
    }
    double perSecond = Double.parseDouble(arguments[0]);
    int jobs = (int) (perSecond * Integer.parseInt(arguments[1]));
    new Service(WARMUP_JOBS).serve(perSecond, new Random(1));
    new Service(jobs).report(perSecond, new Random(Long.parseLong(arguments[2])));
  }

  private static long jobNanos() {
    long beginNanos = 0;
    for (int i = 0; i < WARMUP_JOBS; i++) {
      if (i == WARMUP_JOBS / 2) {
        beginNanos = System.nanoTime();
      }
      Blackhole.consumeCPU(TOKENS);
    }
    return (System.nanoTime() - beginNanos) / (WARMUP_JOBS - WARMUP_JOBS / 2);
  }

  private void report(double perSecond, Random random) throws InterruptedException {
    long beginNanos = System.nanoTime();
    serve(perSecond, random);
    double seconds = (System.nanoTime() - beginNanos) / 1e9;
    Arrays.sort(sojournNanos);
    System.out.printf(
        Locale.ROOT, "%.2f %.4f %.4f%n", ended / seconds, millisAt(0.5), millisAt(0.99));
  }

  private double millisAt(double quantile) {
    return sojournNanos[(int) (sojournNanos.length * quantile)] / 1e6;
  }

  private void serve(double perSecond, Random random) throws InterruptedException {
    double dueNanos = System.nanoTime();
    for (int i = 0; i < sojournNanos.length; i++) {
      dueNanos -= Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
      long arrivalNanos = (long) dueNanos;
      for (long left = arrivalNanos - System.nanoTime();
          left > 0;
          left = arrivalNanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      worker.execute(() -> work(arrivalNanos));
    }
    worker.shutdown();
    worker.awaitTermination(1, TimeUnit.MINUTES);
  }

  private void work(long arrivalNanos) {
    Blackhole.consumeCPU(TOKENS);
    sojournNanos[ended++] = System.nanoTime() - arrivalNanos;
  }
}
