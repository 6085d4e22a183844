package dev.sojourn.analyzer.summary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Time by name, in bounded memory: exact up to 65,536 names. Beyond, the half with less time is
 * forgotten now and then (as in Metwally, Agrawal and El Abbadi 2005), and the number of names is
 * estimated from the smallest of their hashes (Bar-Yossef et al. 2002), to some 0.4 %.
 */
final class NameTimes {
  static final int MOST = 65_536;

  private static final Comparator<Map.Entry<String, long[]>> GREATEST_FIRST =
      Comparator.comparingLong((Map.Entry<String, long[]> entry) -> entry.getValue()[0])
          .reversed()
          .thenComparing(Map.Entry::getKey);

  private final TreeSet<Long> smallestHashes = new TreeSet<>();
  private final Map<String, long[]> nanos = new HashMap<>();

  void add(String name, long time) {
    long[] cell = nanos.get(name);
    if (cell == null) {
      cell = new long[1];
      nanos.put(name, cell);
      addHash(hash(name));
    }
    cell[0] += time;
    if (nanos.size() > 2 * MOST) {
      forget();
    }
  }

  void add(NameTimes other) {
    other.nanos.forEach((name, cell) -> add(name, cell[0]));
    other.smallestHashes.forEach(this::addHash);
  }

  /** How many names there were. */
  long distinct() {
    if (smallestHashes.size() < MOST) {
      return smallestHashes.size();
    }
    return Math.round((MOST - 1) / (smallestHashes.last() / (double) Long.MAX_VALUE));
  }

  /** The names with most time; of equal ones the first in the order of letters. */
  Set<String> greatest(int most) {
    return nanos.entrySet().stream()
        .sorted(GREATEST_FIRST)
        .limit(most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void forget() {
    Set<String> kept = greatest(MOST);
    nanos.keySet().retainAll(kept);
  }

  /** Not negative; FNV-1a, and the last step of SplitMix64 to spread it (Steele et al. 2014). */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return (hash ^ hash >>> 31) >>> 1;
  }

  private void addHash(long hash) {
    if (smallestHashes.size() < MOST || hash < smallestHashes.last()) {
      smallestHashes.add(hash);
      if (smallestHashes.size() > MOST) {
        smallestHashes.pollLast();
      }
    }
  }
}
