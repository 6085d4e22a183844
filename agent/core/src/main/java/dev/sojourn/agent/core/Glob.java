package dev.sojourn.agent.core;

/**
 * Matches dotted names: {@code *} stands for any characters but a dot, {@code **} for any at all,
 * and {@code **.} also for nothing.
 */
final class Glob {
  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  boolean matches(String name) {
    return matches(0, name, 0);
  }

  /** Whether nothing but the pattern itself matches. */
  boolean isLiteral() {
    return pattern.indexOf('*') < 0;
  }

  private boolean matches(int p, String name, int n) {
    if (p == pattern.length()) {
      return n == name.length();
    }
    if (pattern.charAt(p) != '*') {
      return n < name.length()
          && pattern.charAt(p) == name.charAt(n)
          && matches(p + 1, name, n + 1);
    }
    boolean any = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
    int rest = any ? p + 2 : p + 1;
    if (any
        && rest < pattern.length()
        && pattern.charAt(rest) == '.'
        && matches(rest + 1, name, n)) {
      return true;
    }
    for (int end = n; end <= name.length(); end++) {
      if (matches(rest, name, end)) {
        return true;
      }
      if (end < name.length() && !any && name.charAt(end) == '.') {
        return false;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
