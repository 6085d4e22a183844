package dev.sojourn.analyzer.finding;

/**
 * What biases a finding.
 *
 * @param bias the sort of bias
 * @param subject what it is about, such as an event type and its threshold; may be empty
 */
public record Caveat(Bias bias, String subject) {
  /** The sorts of bias. */
  public enum Bias {
    /** Shorter events than the subject's threshold were not recorded. */
    THRESHOLD,
    /** The subject's events were throttled: totals are samples. */
    THROTTLED,
    /** JFR lost events. */
    DATA_LOSS,
    /** A part of an input could not be read. */
    INCOMPLETE,
    /** Stack traces were cut before they reached the method sought. */
    TRUNCATED_STACKS,
    /** Single runs are a sample. */
    SAMPLED,
    /** The agent backed off: some runs have no event of their own. */
    AGENT_BACKED_OFF,
    /** Without the agent, groups of threads stand for jobs. */
    NO_AGENT,
    /** Other processes took most of the processors, of which this share was in use. */
    BUSY_MACHINE,
    /** There is too little of it to be sure. */
    FEW_DATA,
    /** By Little's law runs or samples of the subject, an executor, are missing. */
    UNBALANCED,
    /** The holder is guessed from the last releaser. */
    GUESSED_HOLDER,
    /** This JDK does not report the subject on virtual threads. */
    VIRTUAL_THREADS,
    /** It is what these jobs do, no slower than such things are; nothing to mend by itself. */
    USUAL
  }
}
