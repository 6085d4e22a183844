package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JvmInformation;
import java.util.Comparator;
import java.util.Objects;

/** A JVM that was recorded. */
public record Jvm(
    long startEpochMillis,
    long pid,
    String name,
    String version,
    String jvmArguments,
    String javaArguments)
    implements Comparable<Jvm> {
  private static final Comparator<Jvm> ORDER =
      Comparator.comparingLong(Jvm::startEpochMillis)
          .thenComparingLong(Jvm::pid)
          .thenComparing(Jvm::toString);

  static Jvm of(JvmInformation jvm) {
    return new Jvm(
        jvm.jvmStartEpochMillis(),
        jvm.pid(),
        Objects.requireNonNullElse(jvm.jvmName(), ""),
        Objects.requireNonNullElse(jvm.jvmVersion(), ""),
        Objects.requireNonNullElse(jvm.jvmArguments(), ""),
        Objects.requireNonNullElse(jvm.javaArguments(), ""));
  }

  /** Its process and start: no two JVMs of a machine have both in common. */
  public String identity() {
    return pid + "@" + startEpochMillis;
  }

  @Override
  public int compareTo(Jvm other) {
    return ORDER.compare(this, other);
  }
}
