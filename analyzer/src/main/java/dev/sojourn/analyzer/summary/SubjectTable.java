package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps one subject for all intervals of one place and one thing. */
final class SubjectTable<T> {
  private final Map<Site, Map<T, Subject>> bySite = new IdentityHashMap<>();

  /** The subject of a thing at a place; the place must come from a {@link SiteTable}. */
  Subject of(Site site, T thing, Function<T, Subject> fresh) {
    return bySite.computeIfAbsent(site, s -> new HashMap<>(2)).computeIfAbsent(thing, fresh);
  }
}
