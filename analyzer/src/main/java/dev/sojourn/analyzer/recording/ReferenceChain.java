package dev.sojourn.analyzer.recording;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who keeps a sampled object alive, as text from the root down. */
final class ReferenceChain {
  /** Ids may form a circle in a damaged file, and real chains through linked lists are long. */
  private static final int LONGEST = 64;

  private final EventFields event;
  private final List<String> hops = new ArrayList<>();

  private ReferenceChain(EventFields event) {
    this.event = event;
  }

  /** The class of the sampled object, whose constant is in a field of the event. */
  static String objectClass(EventFields event, int objectField) {
    return new ReferenceChain(event).className(event.structure(objectField));
  }

  /**
   * The chain to the object; null where there is none. Objects that are kept in the same way have
   * the same chain: it neither tells places in arrays nor how far down a linked list one is.
   */
  static String rootPath(EventFields event, int objectField, int rootField) {
    ReferenceChain chain = new ReferenceChain(event);
    chain.climb(event.structure(objectField));
    if (chain.hops.isEmpty()) {
      return null;
    }
    Collections.reverse(chain.hops);
    String root = chain.root(event.structure(rootField));
    return root + String.join(" → ", chain.hops);
  }

  private void climb(Structure sampled) {
    Structure object = sampled;
    for (int i = 0; i < LONGEST && object != null; i++) {
      Structure reference = inner(object, "referrer");
      if (reference == null) {
        return;
      }
      Structure holder = inner(reference, "object");
      if (holder != null) {
        addUnlessRepeated(hop(reference, holder));
      }
      object = holder;
    }
    if (object != null) {
      hops.add("…");
    }
  }

  private void addUnlessRepeated(String hop) {
    if (hops.isEmpty() || !hops.get(hops.size() - 1).equals(hop)) {
      hops.add(hop);
    }
  }

  private String hop(Structure reference, Structure holder) {
    Structure field = inner(reference, "field");
    if (field != null) {
      boolean isStatic =
          field.value("modifiers") instanceof Number modifiers
              && Modifier.isStatic(modifiers.intValue());
      String owner = isStatic ? mirrored(holder) : className(holder);
      return (isStatic ? "static " : "") + owner + "." + field.value("name");
    }
    return className(holder) + (inner(reference, "array") == null ? "" : "[]");
  }

  /** The class that a {@code java.lang.Class} object stands for, which JFR puts into words. */
  private String mirrored(Structure holder) {
    String prefix = "Class Name: ";
    return holder.value("description") instanceof String text && text.startsWith(prefix)
        ? text.substring(prefix.length())
        : className(holder);
  }

  private String root(Structure root) {
    if (root == null) {
      return "";
    }
    String description = String.valueOf(root.value("description"));
    return description.equals("null") || description.isEmpty() ? "" : description + ": ";
  }

  private String className(Structure object) {
    if (object != null && object.value("type") instanceof Reference type) {
      return event.text(type);
    }
    return null;
  }

  private Structure inner(Structure outer, String field) {
    Object value = outer.value(field);
    if (value instanceof Reference reference) {
      return event.structure(reference);
    }
    return value instanceof Structure structure ? structure : null;
  }
}
