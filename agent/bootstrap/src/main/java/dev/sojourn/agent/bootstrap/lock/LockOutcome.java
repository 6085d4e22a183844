package dev.sojourn.agent.bootstrap.lock;

/** How an acquire ended. */
enum LockOutcome {
  ACQUIRED("acquired"),
  TIMED_OUT("timed out"),
  INTERRUPTED("interrupted");

  private final String text;

  LockOutcome(String text) {
    this.text = text;
  }

  /** As in the event contract. */
  String text() {
    return text;
  }
}
