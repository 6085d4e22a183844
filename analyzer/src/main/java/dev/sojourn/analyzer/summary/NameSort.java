package dev.sojourn.analyzer.summary;

/** What has names that a program may make without end. */
public enum NameSort {
  JOB("jobs"),
  EXECUTOR("executors"),
  LOCK("locks"),
  /** Groups of threads whose names differ in numbers only. */
  THREADS("groups of threads"),
  /** Sockets and files. */
  ENDPOINT("endpoints");

  private final String plural;

  NameSort(String plural) {
    this.plural = plural;
  }

  /** In a sentence, of several. */
  public String plural() {
    return plural;
  }
}
