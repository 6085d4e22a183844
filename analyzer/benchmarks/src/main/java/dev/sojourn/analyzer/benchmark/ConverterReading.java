package dev.sojourn.analyzer.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import one.jfr.JfrReader;
import one.jfr.event.Event;

/** async-profiler's converter: it knows no types but by a class that reads their fields. */
final class ConverterReading {
  private static final double NANOS_PER_SECOND = 1e9;

  private ConverterReading() {}

  static Aggregation read(Path file) throws IOException {
    Aggregation aggregation = new Aggregation();
    try (JfrReader reader = new JfrReader(file.toString())) {
      reader.registerEvent(Reader.RUN, Run.class);
      reader.registerEvent(Reader.ACQUIRE, Acquire.class);
      for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
        if (event instanceof Run run) {
          aggregation.run(run.job, reader.threads.get(run.tid), nanos(reader, run.durationTicks));
        } else if (event instanceof Acquire acquire) {
          aggregation.acquire(innermost(reader, acquire));
        }
      }
    }
    return aggregation;
  }

  private static long nanos(JfrReader reader, long ticks) {
    return (long) (ticks / (reader.ticksPerSec / NANOS_PER_SECOND));
  }

  private static String innermost(JfrReader reader, Event event) {
    long method = reader.stackTraces.get(event.stackTraceId).methods[0];
    return new String(reader.symbols.get(reader.methods.get(method).name), UTF_8);
  }

  /** Reads the fields up to the job; its constructor is looked up by the converter. */
  public static final class Run extends Event {
    private final long durationTicks;
    private final String job;

    public Run(JfrReader reader) {
      this(
          reader.getVarlong(),
          reader.getVarlong(),
          reader.getVarint(),
          reader.getVarint(),
          reader.getString());
    }

    private Run(long time, long durationTicks, int thread, int stackTrace, String job) {
      super(time, thread, stackTrace);
      this.durationTicks = durationTicks;
      this.job = job;
    }
  }

  /** Reads the fields up to the stack trace. */
  public static final class Acquire extends Event {
    public Acquire(JfrReader reader) {
      this(reader.getVarlong(), reader.getVarlong(), reader.getVarint(), reader.getVarint());
    }

    private Acquire(long time, long durationTicks, int thread, int stackTrace) {
      super(time + durationTicks, thread, stackTrace);
    }
  }
}
