package dev.sojourn.analyzer.recording;

import java.util.Arrays;

/** Numbers distinct {@code long} keys from 0 on in the order in which they are first added. */
final class LongIndex {
  private long[] keys = new long[16];
  private int[] ordinals = new int[16];
  private int size;

  LongIndex() {
    Arrays.fill(ordinals, -1);
  }

  int size() {
    return size;
  }

  /** The ordinal of a key; -1 for none. */
  int find(long key) {
    return ordinals[slot(key)];
  }

  /** The ordinal of a key, which is added if need be: then it equals the size before. */
  int add(long key) {
    int slot = slot(key);
    if (ordinals[slot] < 0) {
      keys[slot] = key;
      ordinals[slot] = size++;
      if (size * 2 > keys.length) {
        grow();
      }
      return size - 1;
    }
    return ordinals[slot];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (ordinals[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldOrdinals = ordinals;
    keys = new long[2 * oldKeys.length];
    ordinals = new int[keys.length];
    Arrays.fill(ordinals, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldOrdinals[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        ordinals[slot] = oldOrdinals[i];
      }
    }
  }
}
