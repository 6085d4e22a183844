package dev.sojourn.analyzer.verdict;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name in which {@code *} stands for any number of characters. */
public final class NamePattern {
  /** Matches every name. */
  public static final NamePattern ANY = new NamePattern("*");

  private final String text;
  private final Pattern regex;

  /** Reads a pattern; every text is one. */
  public NamePattern(String text) {
    this.text = text;
    this.regex =
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL);
  }

  /** Whether the whole name matches. */
  public boolean matches(String name) {
    return regex.matcher(name).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
