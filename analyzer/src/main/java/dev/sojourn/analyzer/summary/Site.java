package dev.sojourn.analyzer.summary;

import java.util.Comparator;
import java.util.List;

/**
 * A place in the program, with the way that led there.
 *
 * @param method class and method of the innermost frame outside the JDK, such as {@code
 *     com.acme.Stock.reserve}; where all are the JDK's, of the innermost that is no mere mechanism
 *     of waiting; empty for none
 * @param line its line; -1 where it is not known
 * @param stack class and method of the frames, innermost first
 */
public record Site(String method, int line, List<String> stack) implements Comparable<Site> {
  /** A place that the recording does not tell. */
  public static final Site UNKNOWN = new Site("", -1, List.of());

  private static final String AGENT_PACKAGE = "dev.sojourn.agent.";

  private static final Comparator<Site> ORDER =
      Comparator.comparing(Site::method)
          .thenComparingInt(Site::line)
          .thenComparing(Site::stack, Site::compareStacks);

  /** Copies the stack. */
  public Site {
    stack = List.copyOf(stack);
  }

  /** Whether it is the agent's own doing, which nobody can mend in the program. */
  public boolean ofAgent() {
    return method.startsWith(AGENT_PACKAGE);
  }

  private static int compareStacks(List<String> one, List<String> other) {
    int common = Math.min(one.size(), other.size());
    for (int i = 0; i < common; i++) {
      int byFrame = one.get(i).equals(other.get(i)) ? 0 : one.get(i).compareTo(other.get(i));
      if (byFrame != 0) {
        return byFrame;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  @Override
  public int compareTo(Site other) {
    return this == other ? 0 : ORDER.compare(this, other);
  }
}
