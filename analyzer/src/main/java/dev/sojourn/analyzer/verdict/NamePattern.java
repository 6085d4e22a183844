package dev.sojourn.analyzer.verdict;

/** A name in which {@code *} stands for any number of characters. */
public final class NamePattern {
  /** Matches every name. */
  public static final NamePattern ANY = new NamePattern("*");

  private final String text;
  private final String[] parts;

  /** Reads a pattern; every text is one. */
  public NamePattern(String text) {
    this.text = text;
    this.parts = text.split("\\*", -1);
  }

  /** Whether the whole name matches, in time that no pattern makes long. */
  public boolean matches(String name) {
    int last = parts.length - 1;
    if (last == 0) {
      return name.equals(text);
    }
    if (!name.startsWith(parts[0])) {
      return false;
    }
    int from = parts[0].length();
    for (int i = 1; i < last; i++) {
      int at = name.indexOf(parts[i], from);
      if (at < 0) {
        return false;
      }
      from = at + parts[i].length();
    }
    return name.length() - from >= parts[last].length() && name.endsWith(parts[last]);
  }

  @Override
  public String toString() {
    return text;
  }
}
