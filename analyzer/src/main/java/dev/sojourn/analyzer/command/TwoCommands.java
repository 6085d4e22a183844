package dev.sojourn.analyzer.command;

import java.util.List;

/**
 * Two command lines.
 *
 * @param baseline words of the one
 * @param candidate words of the other
 * @param runs how often to run each at most
 */
record TwoCommands(List<String> baseline, List<String> candidate, int runs) {
  private static final String SEPARATOR = "--against";
  private static final String RUNS = "-n";

  /**
   * Splits words at {@code --against}; a last {@code -n N} belongs to no command.
   *
   * @param runs what holds without one
   */
  static TwoCommands of(List<String> words, int runs) {
    List<String> rest = words;
    int most = runs;
    if (rest.size() > 2 && rest.get(rest.size() - 2).equals(RUNS)) {
      most = number(rest.get(rest.size() - 1));
      rest = rest.subList(0, rest.size() - 2);
    }
    int split = rest.indexOf(SEPARATOR);
    if (split <= 0 || split == rest.size() - 1) {
      throw CommandFailure.usage(
          "two commands are wanted: sojourn compare -- COMMAND... --against COMMAND...");
    }
    return new TwoCommands(
        List.copyOf(rest.subList(0, split)),
        List.copyOf(rest.subList(split + 1, rest.size())),
        most);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw CommandFailure.usage("-n " + text + ": a number is wanted");
    }
  }
}
