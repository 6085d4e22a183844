package dev.sojourn.analyzer.compare;

import java.util.List;

/** A gate file that is wrong. The message has a line for each fault. */
public final class GateFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> faults;

  GateFileException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, a line each. */
  public List<String> faults() {
    return faults;
  }
}
