package dev.sojourn.analyzer.summary;

import java.util.stream.IntStream;

/**
 * Watches how large summaries become that are made at one {@link Resolution}, and says when it is
 * too fine for them. Then nothing more is summed up. Safe for any thread.
 */
public final class SizeLimit {
  private final Resolution resolution;
  private volatile boolean tooManyNames;
  private volatile boolean tooManyPlaces;

  /** Watches summaries of a resolution. */
  public SizeLimit(Resolution resolution) {
    this.resolution = resolution;
  }

  /** Whether a coarser resolution is called for. */
  public boolean exceeded() {
    return tooManyNames || tooManyPlaces;
  }

  /** Whether there are more names of a sort than are to be told apart. */
  public boolean tooManyNames() {
    return tooManyNames;
  }

  /** Whether there are more places than are to be told apart. */
  public boolean tooManyPlaces() {
    return tooManyPlaces;
  }

  /** Looks at a summary. */
  public void check(Summary summary) {
    checkNames(
        summary.jobs().byName().size(),
        summary.executors().byName().size(),
        summary.locks().byKey().size(),
        summary.threadGroups().byName().size(),
        summary.workers().byName().size(),
        summary.threads().turnover().size(),
        summary.cpu().threadMicros().size(),
        summary.endpoints().byKey().size());
    if (!resolution.boundsNames() && holders(summary) > Resolution.MOST_PLACES) {
      tooManyNames = true;
    }
    if (!resolution.boundsPlaces() && places(summary) > Resolution.MOST_PLACES) {
      tooManyPlaces = true;
    }
  }

  /** Looks at how many names there are of some sorts. */
  void checkNames(int... counts) {
    if (!resolution.boundsNames()
        && IntStream.of(counts).anyMatch(count -> count > Resolution.MOST_NAMES)) {
      tooManyNames = true;
    }
  }

  private static int holders(Summary summary) {
    return summary.locks().byKey().values().stream().mapToInt(lock -> lock.holders().size()).sum();
  }

  private static int places(Summary summary) {
    return summary.samples().execution().size()
        + summary.samples().cpuTime().size()
        + summary.allocations().byKey().size()
        + summary.oldObjects().byKey().size()
        + summary.waits().byKey().size()
        + summary.pins().byKey().size()
        + summary.threads().starts().size()
        + summary.locks().byKey().values().stream().mapToInt(l -> l.waitSites().size()).sum()
        + summary.endpoints().byKey().values().stream().mapToInt(e -> e.sites().size()).sum();
  }
}
