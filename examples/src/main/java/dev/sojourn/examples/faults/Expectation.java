package dev.sojourn.examples.faults;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a report on the faulty service must say.
 *
 * @param kinds the kinds of finding that name the cause; the first is meant, the others are as
 *     good; none for a healthy service that only looks suspicious
 * @param jobs each must be found in the name of a victim
 * @param culprit for some fields of the culprit, what must be found in them
 * @param minJdk the first JDK that the service runs on
 * @param leastSeconds how long the service must run for its cause to show
 * @param jvmOptions options of the service's JVM
 */
record Expectation(
    List<String> kinds,
    List<Pattern> jobs,
    Map<String, Pattern> culprit,
    int minJdk,
    int leastSeconds,
    List<String> jvmOptions) {
  private static final String CULPRIT = "culprit.";

  static Expectation of(Properties properties) {
    Map<String, Pattern> culprit = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(CULPRIT))
        .sorted()
        .forEach(
            name ->
                culprit.put(
                    name.substring(CULPRIT.length()),
                    Pattern.compile(properties.getProperty(name))));
    return new Expectation(
        words(properties.getProperty("kind"), ","),
        words(properties.getProperty("jobs", ""), ",").stream().map(Pattern::compile).toList(),
        culprit,
        Integer.parseInt(properties.getProperty("jdk", "17")),
        Integer.parseInt(properties.getProperty("seconds", "0")),
        words(properties.getProperty("jvm", ""), " "));
  }

  /** Nothing must be found in it. */
  boolean isControl() {
    return kinds.isEmpty();
  }

  /** What is planted, for people. */
  String planted() {
    return isControl() ? "nothing" : kinds.get(0);
  }

  private static List<String> words(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
