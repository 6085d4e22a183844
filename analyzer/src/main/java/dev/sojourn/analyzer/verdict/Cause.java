package dev.sojourn.analyzer.verdict;

/**
 * A part of a job's time that moved together with a regression.
 *
 * @param kind what sort of part
 * @param name which: a component of the breakdown, a lock, an endpoint, a method, a class
 * @param baseline nanoseconds (or bytes, for an allocation site) per run of the job
 * @param candidate the same in the candidate
 * @param share part of the job's whole change that this explains
 */
public record Cause(Kind kind, String name, double baseline, double candidate, double share) {
  /** The sorts of parts. */
  public enum Kind {
    COMPONENT,
    LOCK,
    ENDPOINT,
    METHOD,
    ALLOCATION,
    /** What threads did more of, so that tasks queued. */
    BUSY,
    /** The cost was there before, under another name. */
    MOVED
  }

  /** The same with another share. */
  public Cause withShare(double other) {
    return new Cause(kind, name, baseline, candidate, other);
  }
}
