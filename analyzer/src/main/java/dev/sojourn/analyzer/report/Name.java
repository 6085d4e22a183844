package dev.sojourn.analyzer.report;

/** Names that fit into a column. */
final class Name {
  private Name() {}

  /**
   * The name with as few packages abbreviated as needed; cut in the middle if that is not enough.
   */
  static String fitting(String name, int width) {
    String shorter = name;
    int from = 0;
    while (shorter.length() > width) {
      int dot = shorter.indexOf('.', from);
      if (dot < 0 || !packageLike(shorter, from, dot)) {
        return cut(shorter, width);
      }
      shorter = shorter.substring(0, from + 1) + shorter.substring(dot);
      from += 2;
    }
    return shorter;
  }

  private static boolean packageLike(String name, int from, int dot) {
    return dot > from
        && Character.isLowerCase(name.charAt(from))
        && name.substring(from, dot).chars().allMatch(Character::isJavaIdentifierPart);
  }

  private static String cut(String name, int width) {
    if (name.length() <= width) {
      return name;
    }
    int head = (width - 1) / 3;
    return name.substring(0, head) + "…" + name.substring(name.length() - (width - 1 - head));
  }

  /** The class and method without their package, such as {@code Stock.audit}. */
  static String simple(String qualifiedMethod) {
    int method = qualifiedMethod.lastIndexOf('.');
    int type = method < 0 ? -1 : qualifiedMethod.lastIndexOf('.', method - 1);
    return qualifiedMethod.substring(type + 1);
  }
}
