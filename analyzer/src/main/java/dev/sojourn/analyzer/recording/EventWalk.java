package dev.sojourn.analyzer.recording;

import java.io.IOException;

/**
 * Goes from event to event by their sizes. Where no event can be, it says so and goes on at the
 * next place where some events in a row can; so it ends in time linear in the bytes, whatever they
 * are.
 */
final class EventWalk {
  /** Two numbers of at most nine bytes, and one more, the start time. */
  static final int HEADER_BYTES = 27;

  private static final int SMALLEST_BYTES = 3;

  /** Events that must follow each other before the walk believes that it is back in step. */
  private static final int IN_STEP = 4;

  /** How far it looks for them: within the window, so that the file is not read again and again. */
  private static final int LOOK_AHEAD_BYTES = 1 << 18;

  /** Told what the walk leaves out. */
  interface Faults {
    Faults IGNORED = (offsetBytes, lostBytes, reason) -> {};

    void left(long offsetBytes, long lostBytes, String reason) throws IOException;

    /** An event that is whole, as far as can be seen, and of a type that is not described. */
    default void undescribed(long offsetBytes, int sizeBytes) {}
  }

  private final Window window;
  private final ChunkSpan span;
  private final Cursor cursor;
  private final Faults faults;
  private final long end;
  private final long earliestTicks;
  private final long latestTicks;
  private EventShapes shapes;
  private long offset;
  private long next;
  private int size;
  private int headerSize;
  private long typeId;
  private int readSize;
  private int readHeaderSize;
  private long readTypeId;

  /**
   * A walk over a chunk.
   *
   * @param shapes what its events look like
   */
  EventWalk(Window window, ChunkSpan span, EventShapes shapes, Faults faults) {
    this.window = window;
    this.span = span;
    this.end = span.endBytes();
    this.shapes = shapes;
    this.faults = faults;
    this.cursor = new Cursor(span.header().compressed());
    Ticks ticks = Ticks.of(span.header());
    this.earliestTicks = span.header().startTicks();
    this.latestTicks = ticks.latest(span.header());
    this.next = span.offsetBytes() + ChunkHeader.BYTES;
  }

  /** From here on, events look like that. */
  void expect(EventShapes newShapes) {
    shapes = newShapes;
  }

  /** Goes to the next whole event. */
  boolean next() throws IOException {
    while (next < end) {
      offset = next;
      readHeader(offset);
      size = readSize;
      headerSize = readHeaderSize;
      typeId = readTypeId;
      if (size >= SMALLEST_BYTES && size <= end - offset) {
        next = offset + size;
        if (shapes.knows(typeId)) {
          return true;
        }
        if (inStep(next, 2, EventShapes.ANY)) {
          faults.undescribed(offset, size);
          return true;
        }
      }
      leave(reason());
    }
    return false;
  }

  private String reason() {
    if (size < SMALLEST_BYTES) {
      return "an event of size " + size;
    }
    return size > end - offset
        ? "an event that goes on beyond the end"
        : "an event of unknown type " + typeId;
  }

  private void readHeader(long at) throws IOException {
    int position = window.at(at, HEADER_BYTES);
    byte[] bytes = window.bytes();
    if (cursor.compressed()) {
      int sizeLength = Words.length(bytes, position);
      int typeLength = Words.length(bytes, position + sizeLength);
      readSize = (int) Words.value(bytes, position, sizeLength);
      readTypeId = Words.value(bytes, position + sizeLength, typeLength);
      readHeaderSize = sizeLength + typeLength;
    } else {
      cursor.on(bytes, position, position + HEADER_BYTES);
      readSize = cursor.int32();
      readTypeId = cursor.int64();
      readHeaderSize = cursor.position() - position;
    }
  }

  /** Leaves out the bytes from the present offset to where events are in step again. */
  private void leave(String reason) throws IOException {
    long to = offset + 1;
    while (to < end && !inStep(to, IN_STEP, shapes)) {
      to++;
    }
    next = to;
    faults.left(offset, to - offset, reason);
  }

  private boolean inStep(long from, int events, EventShapes of) throws IOException {
    window.at(from, (int) Math.min(LOOK_AHEAD_BYTES, end - from));
    long at = from;
    for (int i = 0; i < events && at < end; i++) {
      if (at + HEADER_BYTES > from + LOOK_AHEAD_BYTES || !possible(at, of)) {
        return false;
      }
      at += readSize;
    }
    return true;
  }

  private boolean possible(long at, EventShapes of) throws IOException {
    readHeader(at);
    if (readSize < SMALLEST_BYTES
        || readSize > Math.min(end - at, LOOK_AHEAD_BYTES)
        || !of.knows(readTypeId)) {
      return false;
    }
    long startTicks = startTicks(at);
    return startTicks >= earliestTicks
        && startTicks <= latestTicks
        && of.fits(readTypeId, load(at, readSize, readHeaderSize));
  }

  /** Says that the present event is no event after all. */
  void reject(String reason) throws IOException {
    leave(reason);
  }

  long typeId() {
    return typeId;
  }

  long offset() {
    return offset;
  }

  int size() {
    return size;
  }

  /** Start time of the present event, if that is possible at all; else the chunk's. */
  long startTicks() throws IOException {
    readHeader(offset);
    long ticks = startTicks(offset);
    return ticks >= earliestTicks && ticks <= latestTicks ? ticks : span.header().startTicks();
  }

  /** What the event whose header was just read begins with, whether it can be true or not. */
  private long startTicks(long at) throws IOException {
    int position = window.at(at, HEADER_BYTES);
    cursor.on(window.bytes(), position + readHeaderSize, position + HEADER_BYTES);
    return cursor.int64();
  }

  /** Brings the present event into memory; the cursor then stands behind its type id. */
  Cursor load() throws IOException {
    return load(offset, size, headerSize);
  }

  private Cursor load(long at, int length, int headerLength) throws IOException {
    int position = window.at(at, length);
    cursor.on(window.bytes(), position, position + length);
    cursor.position(position + headerLength);
    return cursor;
  }
}
