package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The stack traces of one chunk, each made once; equal frames are one object. */
final class StackTraces {
  private final Constants constants;
  private final FrameTable frames = new FrameTable();
  private ConstantPool traces;
  private ConstantPool methods;
  private Fields traceFields;
  private Fields frameFields;
  private Fields methodFields;

  StackTraces(Constants constants) {
    this.constants = constants;
  }

  StackTrace stackTrace(long id) {
    prepare();
    int ordinal = traces.find(id);
    if (ordinal < 0) {
      return StackTrace.EMPTY;
    }
    Object known = traces.resolved(ordinal);
    if (known != null) {
      return (StackTrace) known;
    }
    StackTrace trace = read(traces.offset(ordinal));
    traces.resolve(ordinal, trace);
    return trace;
  }

  private void prepare() {
    if (traces == null) {
      traces = constants.pool(Type.STACK_TRACE);
      methods = constants.pool("jdk.types.Method");
      traceFields = constants.fields(Type.STACK_TRACE, "truncated", "frames");
      methodFields = constants.fields("jdk.types.Method", "type", "name");
      if (traceFields.has(1)) {
        frameFields =
            constants.elementFields(traceFields.elementType(1), List.of("method", "lineNumber"));
      }
    }
  }

  private StackTrace read(int offset) {
    Cursor cursor = constants.at(offset);
    traceFields.read(cursor);
    if (!traceFields.has(1)) {
      return StackTrace.EMPTY;
    }
    cursor.position((int) traceFields.number(1));
    int count = cursor.count();
    List<Frame> list = new ArrayList<>(Math.min(count, 1024));
    for (int i = 0; i < count; i++) {
      frameFields.read(cursor);
      list.add(frame(frameFields.number(0), frameFields.int32(1)));
    }
    return new StackTrace(Collections.unmodifiableList(list), traceFields.flag(0));
  }

  private Frame frame(long methodId, int line) {
    int knownLine = line > 0 ? line : -1;
    Frame known = frames.find(methodId, knownLine);
    if (known == null) {
      known = readFrame(methodId, knownLine);
      frames.add(methodId, knownLine, known);
    }
    return known;
  }

  private Frame readFrame(long methodId, int line) {
    int ordinal = methods.find(methodId);
    if (ordinal < 0) {
      return new Frame("", "", line);
    }
    methodFields.read(constants.at(methods.offset(ordinal)));
    return new Frame(methodFields.textOrEmpty(0), methodFields.textOrEmpty(1), line);
  }
}
