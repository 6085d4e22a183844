package dev.sojourn.analyzer.recording;

import java.util.Arrays;

/** The constants of one type: where each lies, and what was made of it once it was asked for. */
final class ConstantPool {
  private final LongIndex index = new LongIndex();
  private int[] offsets = new int[16];
  private Object[] resolved = {};

  /** Adds a constant, unless its id is there already. */
  void add(long id, int offset) {
    int before = index.size();
    int ordinal = index.add(id);
    if (ordinal == before) {
      if (ordinal == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * ordinal);
      }
      offsets[ordinal] = offset;
    }
  }

  /** The ordinal of a constant; -1 for none. */
  int find(long id) {
    return index.find(id);
  }

  int size() {
    return index.size();
  }

  int offset(int ordinal) {
    return offsets[ordinal];
  }

  Object resolved(int ordinal) {
    return ordinal < resolved.length ? resolved[ordinal] : null;
  }

  void resolve(int ordinal, Object value) {
    if (ordinal >= resolved.length) {
      resolved = Arrays.copyOf(resolved, index.size());
    }
    resolved[ordinal] = value;
  }
}
