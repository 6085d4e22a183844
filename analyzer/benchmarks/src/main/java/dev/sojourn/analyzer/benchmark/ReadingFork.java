package dev.sojourn.analyzer.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads a file some times with one reader, in a JVM of its own. Prints a line for each pass: CPU
 * seconds of the whole process, wall seconds, what came out.
 */
final class ReadingFork {
  private static final double NANOS_PER_SECOND = 1e9;

  private ReadingFork() {}

  /** The reader, the file, how many passes. */
  public static void main(String[] arguments) throws IOException {
    Reader reader = Reader.valueOf(arguments[0]);
    Path file = Path.of(arguments[1]);
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      long cpuBegin = cpuNanos();
      long begin = System.nanoTime();
      Aggregation result = reader.read(file);
      double wall = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      double cpu = (cpuNanos() - cpuBegin) / NANOS_PER_SECOND;
      System.out.printf(Locale.ROOT, "pass %.3f %.3f %s%n", cpu, wall, result);
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
