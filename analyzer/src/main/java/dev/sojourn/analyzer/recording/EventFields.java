package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one event at a time: those of every event, and those that a {@link Selection} asks
 * for, numbered from 0. What the recording does not have reads as 0, null, {@link ThreadId#NONE} or
 * {@link StackTrace#EMPTY}. Texts, threads and stack traces are looked up when they are asked for;
 * equal ones of a chunk are mostly one object. For one thread.
 */
public final class EventFields {
  private static final List<String> COMMON =
      List.of("startTime", "duration", "eventThread", "stackTrace");
  private static final int OWN = COMMON.size();

  private final Fields fields;

  EventFields(Type type, List<String> own, Constants constants) {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(own);
    fields = constants.fields(type, all);
  }

  void read(Cursor cursor) {
    fields.read(cursor);
  }

  long startTicks() {
    return fields.number(0);
  }

  /** Begin, in nanoseconds since the Unix epoch. */
  public long startEpochNanos() {
    return fields.nanos(0);
  }

  /** From the begin to the end. */
  public long durationNanos() {
    return fields.nanos(1);
  }

  /** The thread that the event was recorded on. */
  public ThreadId thread() {
    return fields.thread(2);
  }

  /** Where it happened. */
  public StackTrace stackTrace() {
    return fields.stackTrace(3);
  }

  /** A whole number. */
  public long number(int own) {
    return fields.number(OWN + own);
  }

  /** A whole number, or something else where the recording does not have the field. */
  public long number(int own, long orElse) {
    return fields.number(OWN + own, orElse);
  }

  /** A whole number that is known to be small. */
  public int int32(int own) {
    return (int) fields.number(OWN + own);
  }

  /** Whether a number is not 0, or a boolean is true. */
  public boolean flag(int own) {
    return fields.flag(OWN + own);
  }

  /** A number with a fraction. */
  public double real(int own) {
    return fields.real(OWN + own);
  }

  /** A duration, or an instant since the Unix epoch, whatever its unit in the recording. */
  public long nanos(int own) {
    return fields.nanos(OWN + own);
  }

  /** The same, or something else where the recording does not have the field. */
  public long nanos(int own, long orElse) {
    return fields.nanos(OWN + own, orElse);
  }

  /** A text, the name of a class, or the text of a type that wraps one. */
  public String text(int own) {
    return fields.text(OWN + own);
  }

  /** The name of the type whose id a number is. */
  public String typeName(int own) {
    return fields.typeName(OWN + own);
  }

  /** A thread that the event tells of. */
  public ThreadId thread(int own) {
    return fields.thread(OWN + own);
  }

  /** The thread that the operating system knows by a number. */
  ThreadId systemThread(int own) {
    return fields.systemThread(OWN + own);
  }

  Structure structure(int own) {
    return fields.structure(OWN + own);
  }

  String text(Reference reference) {
    return fields.text(reference);
  }

  Structure structure(Reference reference) {
    return fields.structure(reference);
  }
}
