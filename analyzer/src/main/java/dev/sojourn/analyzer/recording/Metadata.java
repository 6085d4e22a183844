package dev.sojourn.analyzer.recording;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of one chunk. Immutable. */
final class Metadata {
  private final TypeTable<Type> byId = new TypeTable<>();
  private final List<Type> types;
  private final Map<String, Type> byName = new HashMap<>();

  Metadata(Collection<Type> types) {
    this.types = types.stream().sorted(Comparator.comparingLong(Type::id)).toList();
    for (Type type : this.types) {
      byId.put(type.id(), type);
      // one name may stand twice, when two class loaders define one event class
      byName.putIfAbsent(type.name(), type);
    }
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

  List<Type> types() {
    return types;
  }
}
