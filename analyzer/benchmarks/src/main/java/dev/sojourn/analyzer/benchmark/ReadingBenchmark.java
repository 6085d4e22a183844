package dev.sojourn.analyzer.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads one file with one reader some times: prints the CPU seconds of the first pass, which is
 * cold, and of the others their median, least and most; and the wall seconds' median.
 */
public final class ReadingBenchmark {
  private static final double NANOS_PER_SECOND = 1e9;

  private ReadingBenchmark() {}

  /** The reader, the file, how many passes. */
  public static void main(String[] arguments) throws IOException {
    Reader reader = Reader.valueOf(arguments[0]);
    Path file = Path.of(arguments[1]);
    int passes = Integer.parseInt(arguments[2]);
    double[] cpu = new double[passes];
    double[] wall = new double[passes];
    Aggregation result = null;
    for (int i = 0; i < passes; i++) {
      long cpuBegin = cpuNanos();
      long begin = System.nanoTime();
      result = reader.read(file);
      cpu[i] = (cpuNanos() - cpuBegin) / NANOS_PER_SECOND;
      wall[i] = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
    double[] warm = Arrays.stream(cpu, 1, passes).sorted().toArray();
    double[] warmWall = Arrays.stream(wall, 1, passes).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-18s cold %6.2f  warm %6.2f (%.2f to %.2f)  wall %6.2f  %s%n",
        reader,
        cpu[0],
        warm[warm.length / 2],
        warm[0],
        warm[warm.length - 1],
        warmWall[warmWall.length / 2],
        result);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
