package dev.sojourn.analyzer.summary;

/** Samples of the load of all processors, each in millionths of all of them. */
public record CpuUse(Gauge jvmUserMicros, Gauge jvmSystemMicros, Gauge machineMicros)
    implements Part<CpuUse> {
  /** No sample. */
  public static final CpuUse EMPTY = new CpuUse(Gauge.EMPTY, Gauge.EMPTY, Gauge.EMPTY);

  @Override
  public CpuUse plus(CpuUse other) {
    return new CpuUse(
        jvmUserMicros.plus(other.jvmUserMicros),
        jvmSystemMicros.plus(other.jvmSystemMicros),
        machineMicros.plus(other.machineMicros));
  }
}
