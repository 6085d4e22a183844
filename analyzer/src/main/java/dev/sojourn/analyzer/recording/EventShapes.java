package dev.sojourn.analyzer.recording;

import java.util.HashMap;
import java.util.Map;

/** Tells whether bytes can be an event: by its type, and by whether its fields fill it exactly. */
final class EventShapes {
  /** Before the metadata are known. */
  static final EventShapes ANY = new EventShapes(null, true);

  private static final int MOST_TYPES = 1 << 24;

  private final Metadata metadata;
  private final boolean compressed;
  // an event is mostly of the type of the one before
  private long lastKnown = Constants.TYPE_ID;
  private final Map<Long, Program> skippers = new HashMap<>();

  EventShapes(Metadata metadata, boolean compressed) {
    this.metadata = metadata;
    this.compressed = compressed;
  }

  boolean knows(long typeId) {
    if (metadata == null) {
      return typeId >= 0 && typeId < MOST_TYPES;
    }
    if (typeId == lastKnown) {
      return true;
    }
    boolean known =
        typeId == MetadataReader.TYPE_ID
            || typeId == Constants.TYPE_ID
            || metadata.type(typeId) != null;
    lastKnown = known ? typeId : lastKnown;
    return known;
  }

  /** Whether an event of a known type fits; the cursor stands behind its type id. */
  boolean fits(long typeId, Cursor cursor) {
    Type type = metadata == null ? null : metadata.type(typeId);
    if (type == null || typeId <= Constants.TYPE_ID) {
      return cursor.position() <= cursor.limit();
    }
    try {
      skipper(type).run(cursor);
      return cursor.position() == cursor.limit();
    } catch (MalformedException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private Program skipper(Type type) {
    return skippers.computeIfAbsent(type.id(), id -> Layout.skipper(metadata, compressed, type));
  }
}
