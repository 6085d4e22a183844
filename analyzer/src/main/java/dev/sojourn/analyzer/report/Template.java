package dev.sojourn.analyzer.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with names in braces. A part in brackets is left out where one of its names is empty;
 * brackets do not nest.
 */
record Template(String text) {
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

  static Template of(String text) {
    return new Template(text);
  }

  /** The text with the names' values; a name that is not there is empty. */
  String filled(Map<String, String> names) {
    String chosen =
        OPTIONAL
            .matcher(text)
            .replaceAll(
                part ->
                    Matcher.quoteReplacement(isKnown(part.group(1), names) ? part.group(1) : ""));
    return NAME.matcher(chosen)
        .replaceAll(name -> Matcher.quoteReplacement(names.getOrDefault(name.group(1), "")));
  }

  private static boolean isKnown(String part, Map<String, String> names) {
    return NAME.matcher(part)
        .results()
        .noneMatch(name -> names.getOrDefault(name.group(1), "").isEmpty());
  }
}
