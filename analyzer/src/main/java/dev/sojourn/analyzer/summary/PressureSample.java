package dev.sojourn.analyzer.summary;

/**
 * Shares of some time, in millionths; without samples where they are not known.
 *
 * @param machineMicros in which some thread of the machine waited for a processor
 * @param groupMicros in which one of the JVM's control group did
 * @param stolenMicros that the hypervisor took, of one processor
 */
public record PressureSample(Gauge machineMicros, Gauge groupMicros, Gauge stolenMicros)
    implements Part<PressureSample> {
  /** No sample. */
  public static final PressureSample EMPTY =
      new PressureSample(Gauge.EMPTY, Gauge.EMPTY, Gauge.EMPTY);

  @Override
  public PressureSample plus(PressureSample other) {
    return new PressureSample(
        machineMicros.plus(other.machineMicros),
        groupMicros.plus(other.groupMicros),
        stolenMicros.plus(other.stolenMicros));
  }
}
