package dev.sojourn.analyzer.finding;

import java.util.List;

/** What one detector has to say of one kind. */
public sealed interface Diagnosis {
  /** It found something. */
  record Found(List<Finding> findings) implements Diagnosis {
    public Found {
      findings = List.copyOf(findings);
    }
  }

  /** It had what it needs and found nothing. */
  record Fine() implements Diagnosis {}

  /**
   * It lacks what it needs, which is different from fine.
   *
   * @param why what is lacking, in a few words that end no sentence
   */
  record CannotTell(String why) implements Diagnosis {}

  /** Fine if there are no findings, else found. */
  static Diagnosis of(List<Finding> findings) {
    return findings.isEmpty() ? new Fine() : new Found(findings);
  }
}
