package dev.sojourn.analyzer.event;

import java.util.List;

/**
 * A stack trace, innermost frame first.
 *
 * @param frames the frames
 * @param truncated whether outer frames are missing
 */
public record StackTrace(List<Frame> frames, boolean truncated) {
  /** Stands for a stack trace that the recording does not have. */
  public static final StackTrace EMPTY = new StackTrace(List.of(), false);
}
