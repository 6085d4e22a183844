package dev.sojourn.analyzer.summary;

/** Groups of threads by name. */
final class ThreadNames {
  private final Roster roster;

  ThreadNames(Roster roster) {
    this.roster = roster;
  }

  /** The threads that count together with the one of this name. */
  String groupOf(String name) {
    return roster.name(NameSort.THREADS, group(name));
  }

  Actor actor(String name) {
    return Actor.ofGroup(groupOf(name));
  }

  /** What a thread is called where it is told by itself: its group, if names are too many. */
  String single(String name) {
    return roster.isAll() ? name : groupOf(name);
  }

  /**
   * Those of the threads that count together whose names differ in the last number only, as those
   * of one pool do; all of them, if names are too many.
   */
  String crewOf(String name) {
    return roster.isAll() ? crew(name) : groupOf(name);
  }

  /** The name with {@code *} in place of its last number. */
  static String crew(String name) {
    int end = name.length();
    while (end > 0 && !isDigit(name.charAt(end - 1))) {
      end--;
    }
    int begin = end;
    while (begin > 0 && isDigit(name.charAt(begin - 1))) {
      begin--;
    }
    return begin == end ? name : name.substring(0, begin) + '*' + name.substring(end);
  }

  /** The name with {@code *} in place of each number. */
  static String group(String name) {
    StringBuilder group = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isDigit(c)) {
        group.append(c);
      } else if (group.length() == 0 || group.charAt(group.length() - 1) != '*') {
        group.append('*');
      }
    }
    return group.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
