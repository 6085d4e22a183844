package dev.sojourn.analyzer.recording;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Something for each type id. Ids are small numbers, unless a file is hostile. */
final class TypeTable<T> {
  private static final int MOST_DIRECT = 1 << 16;

  private final Map<Long, T> others = new HashMap<>();
  private Object[] direct = new Object[1 << 12];

  /** What there is for an id; or null. */
  @SuppressWarnings("unchecked") // only put fills it
  T get(long id) {
    if (id >= 0 && id < direct.length) {
      return (T) direct[(int) id];
    }
    return others.isEmpty() ? null : others.get(id);
  }

  void put(long id, T value) {
    if (id < 0 || id >= MOST_DIRECT) {
      others.put(id, value);
      return;
    }
    if (id >= direct.length) {
      direct = Arrays.copyOf(direct, MOST_DIRECT);
    }
    direct[(int) id] = value;
  }
}
