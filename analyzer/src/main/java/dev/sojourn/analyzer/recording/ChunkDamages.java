package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.util.ArrayList;
import java.util.List;

/**
 * The damages of one chunk. The time that is missing is counted from the last event before a fault
 * to the first one behind it, or to the chunk's end.
 */
final class ChunkDamages implements EventWalk.Faults {
  private static final long UNKNOWN = -1;

  /** A stripped recording has hundreds of the same, one after the other. */
  private static final String OTHERS = " and others behind it";

  private final ChunkSpan span;
  private final ChunkHeader header;
  private final Ticks ticks;
  private final List<Damage> damages = new ArrayList<>();
  private long lastTicks;
  private long faultTicks;
  private boolean open;
  private long undescribedEvents;
  private long undescribedBytes;
  private long firstUndescribedOffset;

  ChunkDamages(ChunkSpan span) {
    this.span = span;
    this.header = span.header();
    this.ticks = Ticks.of(header);
    this.lastTicks = header.startTicks();
  }

  List<Damage> damages() {
    return List.copyOf(damages);
  }

  /** An event was delivered that began then. */
  void delivered(long startTicks) {
    if (open) {
      open = false;
      missing(ticks.nanos(Math.max(0, startTicks - faultTicks)));
    }
    if (startTicks > lastTicks) {
      lastTicks = startTicks;
    }
  }

  @Override
  public void left(long offsetBytes, long lostBytes, String reason) {
    if (open && isNext(offsetBytes, reason)) {
      Damage first = damages.remove(damages.size() - 1);
      add(first.offsetBytes(), first.lostBytes() + lostBytes, UNKNOWN, reason + OTHERS);
    } else {
      add(offsetBytes, lostBytes, UNKNOWN, reason);
    }
    if (!open) {
      open = true;
      faultTicks = lastTicks;
    }
  }

  @Override
  public void undescribed(long offsetBytes, int sizeBytes) {
    if (undescribedEvents == 0) {
      firstUndescribedOffset = offsetBytes;
    }
    undescribedEvents++;
    undescribedBytes += sizeBytes;
  }

  /** No time is missing with this one, as far as is known. */
  void note(long offsetBytes, long lostBytes, String reason) {
    add(offsetBytes, lostBytes, UNKNOWN, reason);
  }

  /** Nothing of the chunk can be decoded. */
  void unreadable() {
    long missing = header.finished() ? header.durationNanos() : UNKNOWN;
    String reason = "a chunk without readable metadata";
    add(span.offsetBytes(), span.lengthBytes(), missing, reason);
  }

  /** Behind the last event: what the header promises beyond what was there. */
  void finish() {
    long toEnd = header.durationNanos() - ticks.sinceStartNanos(lastTicks);
    if (!header.finished()) {
      atEnd(0, UNKNOWN, "an unfinished chunk: what its JVM had not yet written is missing");
    } else if (span.lengthBytes() < header.sizeBytes()) {
      long cut = header.sizeBytes() - span.lengthBytes();
      atEnd(cut, Math.max(0, toEnd), "the file ends in the middle of a chunk");
    } else if (span.lengthBytes() > header.sizeBytes()) {
      atEnd(0, UNKNOWN, "a chunk that is longer than its header says");
    } else if (open) {
      missing(Math.max(0, toEnd));
    }
    if (undescribedEvents > 0) {
      String events = undescribedEvents == 1 ? "1 event" : undescribedEvents + " events";
      String reason = events + " of types that the chunk's metadata do not describe, from here on";
      note(firstUndescribedOffset, undescribedBytes, reason);
    }
  }

  /** States the end's fault together with the event that it cuts. */
  private void atEnd(long lostBytes, long missingNanos, String reason) {
    int last = damages.size() - 1;
    Damage before = last < 0 ? null : damages.get(last);
    if (before != null && before.offsetBytes() + before.lostBytes() == span.endBytes()) {
      damages.remove(last);
      add(before.offsetBytes(), before.lostBytes() + lostBytes, missingNanos, reason);
    } else {
      add(span.endBytes(), lostBytes, missingNanos, reason);
    }
  }

  /** Whether it is the same as the last one, and right behind it. */
  private boolean isNext(long offsetBytes, String reason) {
    Damage last = damages.get(damages.size() - 1);
    return last.offsetBytes() + last.lostBytes() == offsetBytes
        && (last.reason().equals(reason) || last.reason().equals(reason + OTHERS));
  }

  private void missing(long nanos) {
    int last = damages.size() - 1;
    Damage of = damages.get(last);
    damages.set(
        last,
        new Damage(
            of.path(), of.chunkIndex(), of.offsetBytes(), of.lostBytes(), nanos, of.reason()));
  }

  private void add(long offsetBytes, long lostBytes, long missingNanos, String reason) {
    damages.add(
        new Damage(span.name(), span.index(), offsetBytes, lostBytes, missingNanos, reason));
  }
}
