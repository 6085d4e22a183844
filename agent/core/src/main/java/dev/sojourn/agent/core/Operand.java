package dev.sojourn.agent.core;

/** A value that woven code hands to a probe. */
sealed interface Operand {
  /** The instance; null in a static method. */
  Operand THIS = new Self();

  /** What the entering probe returned. Only for leaving probes. */
  Operand ENTERED = new Entered();

  /** What the method returns, zero or null if it throws. Only for leaving probes. */
  Operand RETURNED = new Returned();

  /** What the method throws, null if it returns. Only for leaving probes. */
  Operand THROWN = new Thrown();

  /** A parameter of the method, from 0. */
  static Operand argument(int index) {
    return new Argument(index);
  }

  /** A number known when weaving. */
  static Operand constant(int value) {
    return new Constant(value);
  }

  record Self() implements Operand {}

  record Entered() implements Operand {}

  record Returned() implements Operand {}

  record Thrown() implements Operand {}

  record Argument(int index) implements Operand {}

  record Constant(int value) implements Operand {}
}
