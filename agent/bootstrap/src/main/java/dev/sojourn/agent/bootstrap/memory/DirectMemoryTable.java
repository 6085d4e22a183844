package dev.sojourn.agent.bootstrap.memory;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The samples of direct memory that was not given back, and each second their sums by place.
 * Bounded: beyond so many samples all are thinned to those that a coarser sampling would have
 * taken, so what is left goes on standing for everything, of whatever age. Any thread may add; the
 * rest is for one thread at a time.
 */
public final class DirectMemoryTable implements SecondTable {
  /** The host's. */
  public static final DirectMemoryTable HOST = new DirectMemoryTable(512);

  private static final int MOST_PLACES = 64;
  private static final int FORGOTTEN_AFTER_SECONDS = 60;

  private final int mostSamples;
  private final ByteSampling sampling = new ByteSampling();
  private final Queue<SampledMemory> fresh = new ConcurrentLinkedQueue<>();
  private final List<SampledMemory> held = new ArrayList<>();
  private final List<PlaceTotals> places = new ArrayList<>();
  // Stands for all places that found no room.
  private final PlaceTotals others = new PlaceTotals(null, HostPlace.UNKNOWN);
  private final SplittableRandom random = new SplittableRandom();
  private long leastIntervalBytes = ByteSampling.FINEST_BYTES;

  DirectMemoryTable(int mostSamples) {
    this.mostSamples = mostSamples;
  }

  ByteSampling sampling() {
    return sampling;
  }

  /** Keeps a sample until its memory is given back. */
  void add(SampledMemory sample) {
    fresh.add(sample);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    fresh.clear();
    held.clear();
    places.clear();
    leastIntervalBytes = ByteSampling.FINEST_BYTES;
  }

  @Override
  public synchronized void flush(long secondEpochMillis) {
    takeFresh();
    if (places.isEmpty()) {
      return;
    }
    removeOver();
    bound();
    sampling.endSecond(leastIntervalBytes);
    for (SampledMemory sample : held) {
      sample.totals().add(sample);
    }
    writePlaces(secondEpochMillis);
  }

  /** How many samples are kept. */
  synchronized int size() {
    return held.size();
  }

  private void takeFresh() {
    for (SampledMemory sample = fresh.poll(); sample != null; sample = fresh.poll()) {
      PlaceTotals totals = totalsOf(sample);
      totals.allocate(sample);
      sample.countIn(totals);
      held.add(sample);
    }
  }

  private PlaceTotals totalsOf(SampledMemory sample) {
    for (PlaceTotals known : places) {
      if (known.isOf(sample.job(), sample.place())) {
        return known;
      }
    }
    if (places.size() >= MOST_PLACES) {
      return others;
    }
    PlaceTotals added = new PlaceTotals(sample.job(), sample.place());
    places.add(added);
    return added;
  }

  private void removeOver() {
    int kept = 0;
    for (int i = 0; i < held.size(); i++) {
      SampledMemory sample = held.get(i);
      if (!isOver(sample)) {
        held.set(kept++, sample);
      }
    }
    held.subList(kept, held.size()).clear();
  }

  private static boolean isOver(SampledMemory sample) {
    try {
      return sample.isOver();
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return true;
    }
  }

  private void bound() {
    while (held.size() > mostSamples) {
      leastIntervalBytes *= 2;
      int kept = 0;
      for (int i = 0; i < held.size(); i++) {
        SampledMemory sample = held.get(i);
        if (sample.thin(leastIntervalBytes, random.nextDouble())) {
          held.set(kept++, sample);
        }
      }
      held.subList(kept, held.size()).clear();
    }
    if (held.size() < mostSamples / 8 && leastIntervalBytes > ByteSampling.FINEST_BYTES) {
      leastIntervalBytes /= 2;
    }
  }

  private void writePlaces(long secondEpochMillis) {
    int kept = 0;
    for (int i = 0; i < places.size(); i++) {
      PlaceTotals totals = places.get(i);
      totals.flush(secondEpochMillis);
      if (totals.idleSeconds() < FORGOTTEN_AFTER_SECONDS) {
        places.set(kept++, totals);
      }
    }
    places.subList(kept, places.size()).clear();
    if (others.isInUse()) {
      others.flush(secondEpochMillis);
    }
  }
}
