package dev.sojourn.analyzer.recording;

/** Bytes that are not what the format asks for. Never leaves the package: it becomes a Damage. */
final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedException(String reason) {
    // faults are counted by the thousand in a damaged file: no stack trace
    super(reason, null, false, false);
  }
}
