package dev.sojourn.agent.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/**
 * A time that the kernel adds up in a small text file. A file that cannot be read is not read
 * again.
 */
final class KernelCounter {
  /** Where the kernel does not tell. */
  static final long UNKNOWN_NANOS = -1;

  private static final Path MACHINE_PRESSURE = Path.of("/proc/pressure/cpu");
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final Path GROUP_OF_PROCESS = Path.of("/proc/self/cgroup");
  private static final String GROUP_PRESSURE = "cpu.pressure";
  private static final Path PROCESSOR_TIMES = Path.of("/proc/stat");

  private static final int STOLEN_COLUMN = 8;
  private static final long NANOS_PER_MICRO = 1_000;

  /** The kernel's unit for the times of processors, the same on all common machines. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private final ToLongFunction<String> reading;
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
    try {
      return reading.applyAsLong(Files.readString(file, StandardCharsets.US_ASCII));
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
    String line = text.lines().filter(some -> some.startsWith("some ")).findFirst().orElse("");
    int total = line.indexOf("total=");
    return total < 0
        ? UNKNOWN_NANOS
        : NANOS_PER_MICRO * Long.parseLong(line.substring(total + "total=".length()).strip());
  }

  /** Of a line such as "cpu 4107058 162680 473902 2020833 8454 0 10173 1990 0 0". */
  static long stolenNanos(String text) {
    String[] columns = text.lines().findFirst().orElse("").split(" +");
    return columns[0].equals("cpu") && columns.length > STOLEN_COLUMN
        ? NANOS_PER_TICK * Long.parseLong(columns[STOLEN_COLUMN])
        : UNKNOWN_NANOS;
  }
}
