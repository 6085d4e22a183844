package dev.sojourn.analyzer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** The aggregation by JDK Mission Control, which loads a whole recording first. */
final class MissionControlReading {
  private static final IAttribute<String> JOB =
      Attribute.attr("job", "job", UnitLookup.PLAIN_TEXT);

  private MissionControlReading() {}

  static Aggregation read(Path file) throws IOException {
    Aggregation aggregation = new Aggregation();
    for (IItemIterable items : load(file)) {
      switch (items.getType().getIdentifier()) {
        case Reader.RUN -> runs(items, aggregation);
        case Reader.ACQUIRE -> acquires(items, aggregation);
        default -> {}
      }
    }
    return aggregation;
  }

  private static IItemCollection load(Path file) throws IOException {
    try {
      return JfrLoaderToolkit.loadEvents(file.toFile());
    } catch (CouldNotLoadRecordingException e) {
      throw new IOException(e);
    }
  }

  private static void runs(IItemIterable items, Aggregation aggregation) {
    IMemberAccessor<String, IItem> job = JOB.getAccessor(items.getType());
    IMemberAccessor<IQuantity, IItem> duration =
        JfrAttributes.DURATION.getAccessor(items.getType());
    for (IItem item : items) {
      long nanos = duration.getMember(item).clampedLongValueIn(UnitLookup.NANOSECOND);
      aggregation.run(job.getMember(item), nanos);
    }
  }

  private static void acquires(IItemIterable items, Aggregation aggregation) {
    IMemberAccessor<IMCStackTrace, IItem> stack =
        JfrAttributes.EVENT_STACKTRACE.getAccessor(items.getType());
    for (IItem item : items) {
      aggregation.acquire(
          stack.getMember(item).getFrames().get(0).getMethod().getMethodName());
    }
  }
}
