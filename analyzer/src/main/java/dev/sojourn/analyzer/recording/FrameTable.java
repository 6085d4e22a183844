package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Frame;

/** The frames of one chunk by method and line: an open hash table, for every frame passes here. */
final class FrameTable {
  private long[] methodIds = new long[256];
  private int[] lines = new int[256];
  private Frame[] frames = new Frame[256];
  private int size;

  /** The frame of a method and a line; null for none. */
  Frame find(long methodId, int line) {
    return frames[slot(methodId, line)];
  }

  void add(long methodId, int line, Frame frame) {
    int slot = slot(methodId, line);
    if (frames[slot] == null) {
      size++;
    }
    methodIds[slot] = methodId;
    lines[slot] = line;
    frames[slot] = frame;
    if (2 * size > frames.length) {
      grow();
    }
  }

  private int slot(long methodId, int line) {
    int mask = frames.length - 1;
    long hash = (methodId * 31 + line) * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (frames[slot] != null && (methodIds[slot] != methodId || lines[slot] != line)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldMethodIds = methodIds;
    int[] oldLines = lines;
    Frame[] old = frames;
    methodIds = new long[2 * old.length];
    lines = new int[2 * old.length];
    frames = new Frame[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int slot = slot(oldMethodIds[i], oldLines[i]);
        methodIds[slot] = oldMethodIds[i];
        lines[slot] = oldLines[i];
        frames[slot] = old[i];
      }
    }
  }
}
