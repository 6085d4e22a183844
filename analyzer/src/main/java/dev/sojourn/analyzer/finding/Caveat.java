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
    /** No queue of the subject's was seen: that its threads never wait for work tells of one. */
    UNSEEN_QUEUE,
    /** The subject's threads are event loops: nothing tells how long anybody waits for them. */
    EVENT_LOOP,
    /** No run of the subject's was seen: when its threads wait for work tells of them. */
    UNSEEN_RUNS,
    /** Waits that do not end leave no events: the subject's threads are only known to be silent. */
    SILENT_THREADS,
    /** It is what these jobs do, no slower than such things are; nothing to mend by itself. */
    USUAL
  }
}
