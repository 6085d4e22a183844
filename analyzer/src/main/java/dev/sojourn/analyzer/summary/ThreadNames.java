package dev.sojourn.analyzer.summary;

/** Groups of threads by name. */
final class ThreadNames {
  private ThreadNames() {}

  /** The name with {@code *} in place of each number. */
  static String group(String name) {
    StringBuilder group = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        group.append(c);
      } else if (group.length() == 0 || group.charAt(group.length() - 1) != '*') {
        group.append('*');
      }
    }
    return group.toString();
  }
}
