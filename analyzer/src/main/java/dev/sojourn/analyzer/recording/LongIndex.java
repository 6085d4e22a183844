package dev.sojourn.analyzer.recording;

import java.util.Arrays;

/**
 * Numbers distinct {@code long} keys from 0 on in the order in which they are first added. JFR's
 * ids are mostly small: those are looked up directly, the others by a hash.
 */
final class LongIndex {
  private static final int NONE = -1;
  private static final int MOST_DIRECT = 1 << 16;

  /** One more than the ordinals of small keys, so that zeros stand for none. */
  private int[] direct = new int[16];

  private long[] keys = new long[16];
  private int[] ordinals = new int[16];
  private int hashed;
  private int size;

  LongIndex() {
    Arrays.fill(ordinals, NONE);
  }

  int size() {
    return size;
  }

  /** The ordinal of a key; -1 for none. */
  int find(long key) {
    if (key >= 0 && key < direct.length) {
      return direct[(int) key] - 1;
    }
    return isDirect(key) ? NONE : ordinals[slot(key)];
  }

  /** The ordinal of a key, which is added if need be: then it equals the size before. */
  int add(long key) {
    int known = find(key);
    if (known != NONE) {
      return known;
    }
    if (isDirect(key)) {
      putDirect((int) key);
    } else {
      putHashed(key);
    }
    return size++;
  }

  private static boolean isDirect(long key) {
    return key >= 0 && key < MOST_DIRECT;
  }

  private void putDirect(int key) {
    if (key >= direct.length) {
      direct = Arrays.copyOf(direct, 2 * Integer.highestOneBit(key));
    }
    direct[key] = size + 1;
  }

  private void putHashed(long key) {
    int slot = slot(key);
    keys[slot] = key;
    ordinals[slot] = size;
    hashed++;
    if (hashed * 2 > keys.length) {
      grow();
    }
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
    Arrays.fill(ordinals, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldOrdinals[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        ordinals[slot] = oldOrdinals[i];
      }
    }
  }
}
