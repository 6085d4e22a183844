package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.Summary;
import java.lang.reflect.RecordComponent;

/** Summaries of which one part is given and the others are empty. */
final class SummaryParts {
  private SummaryParts() {}

  /** A summary of one part. */
  static Summary of(Part<?> part) {
    return with(Summary.empty(), part);
  }

  /** The same summary with one part replaced. */
  static Summary with(Summary summary, Part<?> part) {
    try {
      RecordComponent[] components = Summary.class.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        boolean given = types[i].isInstance(part);
        values[i] = given ? part : components[i].getAccessor().invoke(summary);
      }
      return Summary.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }
}
