package dev.sojourn.examples.faults;

import dev.sojourn.examples.faults.Verdict.Alarm;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well the analyzer did on one service.
 *
 * @param rank the place of the finding that names the cause, from 1; 0 where none does
 * @param culpritRight whether that finding names the culprit too
 * @param victimsRight whether it names the victims
 * @param cannotTell whether the analyzer says that it cannot tell of this kind
 * @param firstKind the kind of the strongest finding, empty without any
 * @param falseAlarms the kinds found in the calm twin
 */
record Score(
    int rank,
    boolean culpritRight,
    boolean victimsRight,
    boolean cannotTell,
    String firstKind,
    List<String> falseAlarms) {
  /** Nothing is known. */
  static final Score NONE = new Score(0, false, false, false, "not scored", List.of());

  static Score of(Expectation expected, Verdict faulty, Verdict calm) {
    if (expected.isControl()) {
      return ofControl(faulty, calm);
    }
    int best = best(expected, faulty.alarms());
    Alarm named = best < 0 ? null : faulty.alarms().get(best);
    return new Score(
        best + 1,
        named != null && named.hasCulprit(expected.culprit()),
        named != null && named.hasVictims(expected.jobs()),
        expected.kinds().stream().anyMatch(faulty.cannotTell()::contains),
        firstKind(faulty),
        calm.alarms().stream().map(Alarm::kind).toList());
  }

  /** Silence is right, and stands first. */
  private static Score ofControl(Verdict trap, Verdict calm) {
    boolean silent = trap.alarms().isEmpty();
    List<String> alarms =
        Stream.concat(trap.alarms().stream(), calm.alarms().stream()).map(Alarm::kind).toList();
    return new Score(silent ? 1 : 0, silent, silent, false, firstKind(trap), alarms);
  }

  private static String firstKind(Verdict verdict) {
    return verdict.alarms().isEmpty() ? "" : verdict.alarms().get(0).kind();
  }

  /** The strongest finding of the right kind with the right culprit, else of the right kind. */
  private static int best(Expectation expected, List<Alarm> alarms) {
    int ofKind = -1;
    for (int index = 0; index < alarms.size(); index++) {
      Alarm alarm = alarms.get(index);
      if (expected.kinds().contains(alarm.kind())) {
        if (alarm.hasCulprit(expected.culprit())) {
          return index;
        }
        ofKind = ofKind < 0 ? index : ofKind;
      }
    }
    return ofKind;
  }

  /** The cause stands first, with its culprit and its victims. */
  boolean namedFirst() {
    return rank == 1 && culpritRight && victimsRight;
  }
}
