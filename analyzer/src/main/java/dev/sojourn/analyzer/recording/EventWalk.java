package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * Goes from event to event by their sizes. Where no event can be, it says so and goes on at the
 * next place where some events in a row can; so it ends in time linear in the bytes, whatever they
 * are.
 */
final class EventWalk {
  /** Two numbers of at most nine bytes, and one more, the start time. */
  static final int HEADER_BYTES = 27;

  private static final int SMALLEST_BYTES = 3;

  /** How far it looks for them: within the window, so that no byte is read twice from the file. */
  private static final int LOOK_AHEAD_BYTES = 1 << 18;

  private static final LongPredicate ANY_TYPE = id -> id >= 0 && id < 1 << 24;

  /** Events that must follow each other before the walk believes that it is back in step. */
  private static final int IN_STEP = 4;

  /** Told what the walk leaves out. */
  interface Faults {
    void left(long offsetBytes, long lostBytes, String reason) throws IOException;
  }

  private final Window window;
  private final ChunkSpan span;
  private final Cursor cursor;
  private final Faults faults;
  private final long earliestTicks;
  private final long latestTicks;
  private LongPredicate types = ANY_TYPE;
  private long offset;
  private long next;
  private int size;
  private long typeId;

  EventWalk(Window window, ChunkSpan span, Faults faults) {
    this.window = window;
    this.span = span;
    this.faults = faults;
    ChunkHeader header = span.header();
    this.cursor = new Cursor(header.compressed());
    Ticks ticks = Ticks.of(header);
    long day = ticks.ticks(86_400_000_000_000L);
    this.earliestTicks = header.startTicks() - day;
    this.latestTicks =
        header.startTicks()
            + (span.whole() ? ticks.ticks(header.durationNanos()) + day : 4_000 * day);
    this.next = span.offsetBytes() + ChunkHeader.BYTES;
  }

  /** From now on an event of another type is a fault, unless whole ones follow it. */
  void know(LongPredicate knownTypes) {
    types = knownTypes;
  }

  /** Goes to the next whole event. */
  boolean next() throws IOException {
    while (next < span.endBytes()) {
      offset = next;
      readHeader(offset);
      if (size >= SMALLEST_BYTES && size <= span.endBytes() - offset) {
        next = offset + size;
        if (types.test(typeId) || inStep(next, 2, ANY_TYPE)) {
          return true;
        }
      }
      leave(offset, reason());
    }
    return false;
  }

  private String reason() {
    if (size < SMALLEST_BYTES) {
      return "an event of size " + size;
    }
    return size > span.endBytes() - offset
        ? "an event that goes on beyond the end"
        : "an event of unknown type " + typeId;
  }

  private void readHeader(long at) throws IOException {
    int position = window.at(at, HEADER_BYTES);
    cursor.on(window.bytes(), position, position + HEADER_BYTES);
    size = cursor.int32();
    typeId = cursor.int64();
  }

  /** Leaves out the bytes from a fault to where events are in step again. */
  private void leave(long from, String reason) throws IOException {
    long to = from + 1;
    while (to < span.endBytes() && !inStep(to, IN_STEP, types)) {
      to++;
    }
    next = to;
    faults.left(from, to - from, reason);
  }

  private boolean inStep(long from, int events, LongPredicate of) throws IOException {
    long lookAhead = Math.min(LOOK_AHEAD_BYTES, span.endBytes() - from);
    window.at(from, (int) lookAhead);
    long at = from;
    for (int i = 0; i < events; i++) {
      if (at == span.endBytes()) {
        return true;
      }
      if (at + HEADER_BYTES > from + LOOK_AHEAD_BYTES) {
        return false;
      }
      readHeader(at);
      long startTicks = cursor.int64();
      boolean possible =
          size >= SMALLEST_BYTES
              && size <= span.endBytes() - at
              && of.test(typeId)
              && startTicks >= earliestTicks
              && startTicks <= latestTicks;
      if (!possible) {
        return false;
      }
      at += size;
    }
    return true;
  }

  /** Says that the present event is no event after all. */
  void reject(String reason) throws IOException {
    leave(offset, reason);
  }

  long typeId() {
    return typeId;
  }

  /** Start time of the present event, if that is possible at all; else the chunk's. */
  long startTicks() throws IOException {
    readHeader(offset);
    long ticks = cursor.int64();
    return ticks >= earliestTicks && ticks <= latestTicks ? ticks : span.header().startTicks();
  }

  long offset() {
    return offset;
  }

  int size() {
    return size;
  }

  /** Brings the present event into memory; the cursor then stands behind its type id. */
  Cursor load() throws IOException {
    int position = window.at(offset, size);
    cursor.on(window.bytes(), position, position + size);
    cursor.int32();
    cursor.int64();
    return cursor;
  }
}
