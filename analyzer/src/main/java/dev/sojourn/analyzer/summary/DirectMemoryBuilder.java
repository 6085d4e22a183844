package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.DirectMemoryPlace;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Collects who keeps memory outside the heap. */
final class DirectMemoryBuilder {
  private final boolean places;
  private final Accumulation<DirectMemoryKey, DirectMemoryStatistics> byKey = new Accumulation<>();

  DirectMemoryBuilder(Resolution resolution) {
    places = resolution.frames() > 0;
  }

  /** Takes what one second tells of a place; figures of two places cannot be told as one. */
  void accept(DirectMemoryPlace place) {
    if (!places) {
      return;
    }
    Site site = new Site(orEmpty(place.method()), place.line(), List.of());
    long secondEpochNanos = TimeUnit.MILLISECONDS.toNanos(place.secondEpochMillis());
    byKey.add(
        new DirectMemoryKey(orEmpty(place.job()), site),
        new DirectMemoryStatistics(
            Series.of(secondEpochNanos, Gauge.of(place.heldBytes())), place.allocatedBytes()));
  }

  DirectMemoryPlaces build() {
    return new DirectMemoryPlaces(byKey.build());
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
