package dev.sojourn.analyzer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** JDK Mission Control's, which holds all events in memory. */
final class MissionControlReading {
  private static final IAttribute<String> JOB = Attribute.attr("job", "job", UnitLookup.PLAIN_TEXT);

  private MissionControlReading() {}

  static Aggregation read(Path file) throws IOException {
    Aggregation aggregation = new Aggregation();
    try {
      for (IItemIterable events : JfrLoaderToolkit.loadEvents(file.toFile())) {
        switch (events.getType().getIdentifier()) {
          case Reader.RUN -> runs(aggregation, events);
          case Reader.ACQUIRE -> acquires(aggregation, events);
          default -> {}
        }
      }
    } catch (CouldNotLoadRecordingException e) {
      throw new IOException(e);
    }
    return aggregation;
  }

  private static void runs(Aggregation aggregation, IItemIterable events) {
    IMemberAccessor<String, IItem> job = JOB.getAccessor(events.getType());
    IMemberAccessor<IQuantity, IItem> duration =
        JfrAttributes.DURATION.getAccessor(events.getType());
    IMemberAccessor<IMCThread, IItem> thread =
        JfrAttributes.EVENT_THREAD.getAccessor(events.getType());
    for (IItem event : events) {
      aggregation.run(
          job.getMember(event),
          thread.getMember(event).getThreadName(),
          duration.getMember(event).clampedLongValueIn(UnitLookup.NANOSECOND));
    }
  }

  private static void acquires(Aggregation aggregation, IItemIterable events) {
    IMemberAccessor<IMCStackTrace, IItem> stack =
        JfrAttributes.EVENT_STACKTRACE.getAccessor(events.getType());
    for (IItem event : events) {
      aggregation.acquire(stack.getMember(event).getFrames().get(0).getMethod().getMethodName());
    }
  }
}
