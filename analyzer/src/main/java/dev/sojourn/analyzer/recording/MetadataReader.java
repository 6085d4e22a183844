package dev.sojourn.analyzer.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the metadata event of a chunk: a tree of elements whose names and values are strings. */
final class MetadataReader {
  static final long TYPE_ID = 0;
  private static final int DEEPEST = 32;

  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    String attribute(String key) {
      return attributes.get(key);
    }

    long number(String key) {
      String value = attributes.get(key);
      try {
        return Long.parseLong(value);
      } catch (NumberFormatException e) {
        throw new MalformedException("metadata attribute " + key + " is no number: " + value);
      }
    }
  }

  private final Cursor cursor;
  private final String[] strings;

  private MetadataReader(Cursor cursor) {
    this.cursor = cursor;
    this.strings = new String[cursor.count()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = cursor.text(cursor.int8());
    }
  }

  /** Reads what the types are like; the cursor stands behind the event's times and its id. */
  static Metadata read(Cursor cursor) {
    Element root = new MetadataReader(cursor).element(0);
    cursor.checkEnd();
    return metadata(root);
  }

  private Element element(int depth) {
    if (depth > DEEPEST) {
      throw new MalformedException("metadata nested too deep");
    }
    String name = string();
    int attributeCount = cursor.count();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < attributeCount; i++) {
      attributes.put(string(), string());
    }
    int childCount = cursor.count();
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < childCount; i++) {
      children.add(element(depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private String string() {
    int index = cursor.int32();
    if (index < 0 || index >= strings.length || strings[index] == null) {
      throw new MalformedException("metadata refer to string " + index + " of " + strings.length);
    }
    return strings[index];
  }

  private static Metadata metadata(Element root) {
    Map<Long, Element> classes = new HashMap<>();
    for (Element part : root.children()) {
      if (part.name().equals("metadata")) {
        for (Element element : part.children()) {
          if (element.name().equals("class")) {
            classes.put(element.number("id"), element);
          }
        }
      }
    }
    List<Type> types = new ArrayList<>();
    classes.forEach((id, element) -> types.add(type(id, element, classes)));
    if (types.isEmpty()) {
      throw new MalformedException("metadata without types");
    }
    return new Metadata(types);
  }

  private static Type type(long id, Element element, Map<Long, Element> classes) {
    String name = element.attribute("name");
    if (name == null) {
      throw new MalformedException("metadata type without a name");
    }
    List<Field> fields =
        element.children().stream()
            .filter(child -> child.name().equals("field"))
            .map(child -> field(child, classes))
            .toList();
    boolean simple = "true".equals(element.attribute("simpleType"));
    return new Type(id, name, element.attribute("superType"), simple, fields);
  }

  private static Field field(Element element, Map<Long, Element> classes) {
    String name = element.attribute("name");
    if (name == null) {
      throw new MalformedException("metadata field without a name");
    }
    return new Field(
        name,
        element.number("class"),
        "true".equals(element.attribute("constantPool")),
        element.attributes().containsKey("dimension"),
        unit(element, classes));
  }

  private static Unit unit(Element field, Map<Long, Element> classes) {
    for (Element annotation : field.children()) {
      String value = annotation.attribute("value");
      if (annotation.name().equals("annotation") && value != null) {
        Element type = classes.get(annotation.number("class"));
        String name = type == null ? "" : String.valueOf(type.attribute("name"));
        if (name.equals("jdk.jfr.Timespan")) {
          return Unit.timespan(value);
        }
        if (name.equals("jdk.jfr.Timestamp")) {
          return Unit.timestamp(value);
        }
      }
    }
    return Unit.NONE;
  }
}
