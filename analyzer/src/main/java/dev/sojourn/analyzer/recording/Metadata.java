package dev.sojourn.analyzer.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The types of one chunk. Immutable. */
final class Metadata {
  private final Map<Long, Type> byId;
  private final Map<String, Type> byName = new HashMap<>();

  Metadata(Map<Long, Type> byId) {
    this.byId = Map.copyOf(byId);
    // one name may stand twice, when two class loaders define one event class
    byId.values().stream()
        .sorted((a, b) -> Long.compare(a.id(), b.id()))
        .forEach(type -> byName.putIfAbsent(type.name(), type));
  }

  /** The type with an id; null for none. */
  Type type(long id) {
    return byId.get(id);
  }

  /** The type with a name; null for none. */
  Type type(String name) {
    return byName.get(name);
  }

  Type required(long id) {
    Type type = byId.get(id);
    if (type == null) {
      throw new MalformedException("no type with id " + id + " in the metadata");
    }
    return type;
  }

  Collection<Type> types() {
    return byId.values();
  }
}
