package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;

/**
 * Sums up the events of one chunk. For one thread; the builders of several chunks are independent.
 */
public final class SummaryBuilder implements EventSink {
  private final CoverageBuilder coverage;

  /** Begins the summary of a chunk. */
  public SummaryBuilder(Chunk chunk) {
    coverage = new CoverageBuilder(chunk);
  }

  @Override
  public void accept(Event event) {
    coverage.accept(event);
  }

  /** The summary of the events so far; to be called once, after the last event. */
  public Summary build() {
    return Summary.empty().plus(Summary.of(coverage.build()));
  }
}
