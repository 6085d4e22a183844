package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.ArrayList;
import java.util.List;

/** The fields of one event at a time: those of every event, and a kind's own, numbered from 0. */
final class EventFields {
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

  long start() {
    return fields.nanos(0);
  }

  long duration() {
    return fields.nanos(1);
  }

  ThreadId thread() {
    return fields.thread(2);
  }

  StackTrace stackTrace() {
    return fields.stackTrace(3);
  }

  long number(int own) {
    return fields.number(OWN + own);
  }

  long number(int own, long orElse) {
    return fields.number(OWN + own, orElse);
  }

  int int32(int own) {
    return (int) fields.number(OWN + own);
  }

  boolean flag(int own) {
    return fields.flag(OWN + own);
  }

  double real(int own) {
    return fields.real(OWN + own);
  }

  long nanos(int own) {
    return fields.nanos(OWN + own);
  }

  long nanos(int own, long orElse) {
    return fields.nanos(OWN + own, orElse);
  }

  String text(int own) {
    return fields.text(OWN + own);
  }

  String typeName(int own) {
    return fields.typeName(OWN + own);
  }

  ThreadId thread(int own) {
    return fields.thread(OWN + own);
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
