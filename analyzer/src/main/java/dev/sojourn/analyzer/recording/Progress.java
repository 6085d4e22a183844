package dev.sojourn.analyzer.recording;

/** Told how far reading has come. Called by one thread at a time. */
@FunctionalInterface
public interface Progress {
  /** Nobody is told. */
  Progress NONE = (doneBytes, totalBytes) -> {};

  /** So many bytes of all are done. */
  void read(long doneBytes, long totalBytes);
}
