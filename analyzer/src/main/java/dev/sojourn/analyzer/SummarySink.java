package dev.sojourn.analyzer;

import dev.sojourn.analyzer.summary.SizeLimit;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Adds up the summaries of chunks two by two, like the digits of a binary counter: adding each to
 * one growing sum would copy that sum once a chunk. Chunks come by time, so that what is open
 * between two neighbours can be decided.
 */
final class SummarySink {
  private record Sum(Summary summary, int level) {}

  private final Deque<Sum> sums = new ArrayDeque<>();
  private final SizeLimit limit;

  /** A sum of nothing yet, which is given up when it exceeds a limit. */
  SummarySink(SizeLimit limit) {
    this.limit = limit;
  }

  void add(Summary chunk) {
    if (limit.exceeded()) {
      sums.clear();
      return;
    }
    Sum next = new Sum(chunk, 0);
    while (!sums.isEmpty() && sums.peek().level() == next.level()) {
      Summary both = sums.pop().summary().plus(next.summary());
      next = new Sum(both.settledSoFar(), next.level() + 1);
    }
    sums.push(next);
    limit.check(next.summary());
  }

  /** The sum of all chunks, settled: to be asked for after the last. */
  Summary total() {
    Summary total =
        sums.stream().map(Sum::summary).reduce(Summary.empty(), Summary::plus).settled();
    limit.check(total);
    return total;
  }
}
