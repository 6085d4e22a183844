package dev.sojourn.agent.core;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;
import java.util.function.ToLongFunction;

/**
 * A time that the kernel adds up in a small text file. A file that cannot be read is not read
 * again. It is read once a second by code that stays interpreted for long: no streams, no patterns.
 * For one thread at a time.
 */
final class KernelCounter {
  /** Where the kernel does not tell. */
  static final long UNKNOWN_NANOS = -1;

  private static final Path MACHINE_PRESSURE = Path.of("/proc/pressure/cpu");
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final Path GROUP_OF_PROCESS = Path.of("/proc/self/cgroup");
  private static final String GROUP_PRESSURE = "cpu.pressure";
  private static final Path PROCESSOR_TIMES = Path.of("/proc/stat");

  /** What is asked for stands in the first lines. */
  private static final int MOST_BYTES = 512;

  private static final String SOME = "some ";
  private static final String TOTAL = "total=";
  private static final String ALL_PROCESSORS = "cpu";
  private static final int COLUMNS_BEFORE_STOLEN = 7;
  private static final long NANOS_PER_MICRO = 1_000;

  /** The kernel's unit for the times of processors, the same on all common machines. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private final ToLongFunction<String> reading;
  private final byte[] begin = new byte[MOST_BYTES];
  private Path file;

  KernelCounter(Path file, ToLongFunction<String> reading) {
    this.file = file;
    this.reading = reading;
  }

  /** Time in which some thread of the machine waited for a processor. */
  static KernelCounter machinePressure() {
    return new KernelCounter(MACHINE_PRESSURE, KernelCounter::pressureNanos);
  }

  /** The same of the control group that this JVM is in. */
  static KernelCounter groupPressure() {
    return new KernelCounter(
        group(GROUP_OF_PROCESS, GROUPS).resolve(GROUP_PRESSURE), KernelCounter::pressureNanos);
  }

  /** Time of processors that the hypervisor gave to other machines. */
  static KernelCounter stolen() {
    return new KernelCounter(PROCESSOR_TIMES, KernelCounter::stolenNanos);
  }

  /** What it has come to, in nanoseconds; {@link #UNKNOWN_NANOS} where that is not told. */
  long nanos() {
    if (file == null) {
      return UNKNOWN_NANOS;
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      int bytes = Math.max(0, in.read(begin));
      return reading.applyAsLong(new String(begin, 0, bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException | RuntimeException notToBeRead) {
      file = null;
      return UNKNOWN_NANOS;
    }
  }

  /** The folder of a process's control group: inside of a container mostly the root itself. */
  static Path group(Path groupOfProcess, Path groups) {
    try {
      for (String line : Files.readAllLines(groupOfProcess, StandardCharsets.UTF_8)) {
        Path group = line.startsWith("0::/") ? groups.resolve(line.substring(4)) : groups;
        if (!group.equals(groups) && Files.isReadable(group.resolve(GROUP_PRESSURE))) {
          return group;
        }
      }
    } catch (IOException | RuntimeException noGroups) {
      return groups;
    }
    return groups;
  }

  /** Of a line such as "some avg10=0.00 avg60=1.62 avg300=3.38 total=18508068548", in µs. */
  static long pressureNanos(String text) {
    int some = text.startsWith(SOME) ? 0 : text.indexOf('\n' + SOME) + 1;
    int total = text.indexOf(TOTAL, some);
    int end = text.indexOf('\n', some);
    int lineEnd = end < 0 ? text.length() : end;
    return !text.startsWith(SOME, some) || total < 0 || total > lineEnd
        ? UNKNOWN_NANOS
        : NANOS_PER_MICRO * Long.parseLong(text.substring(total + TOTAL.length(), lineEnd).strip());
  }

  /** Of a line such as "cpu 4107058 162680 473902 2020833 8454 0 10173 1990 0 0". */
  static long stolenNanos(String text) {
    int end = text.indexOf('\n');
    StringTokenizer columns = new StringTokenizer(end < 0 ? text : text.substring(0, end), " ");
    if (columns.countTokens() < COLUMNS_BEFORE_STOLEN + 2
        || !columns.nextToken().equals(ALL_PROCESSORS)) {
      return UNKNOWN_NANOS;
    }
    for (int i = 0; i < COLUMNS_BEFORE_STOLEN; i++) {
      columns.nextToken();
    }
    return NANOS_PER_TICK * Long.parseLong(columns.nextToken());
  }
}
