package dev.sojourn.agent.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of frameworks in which jobs are seen; no probe is needed to tell them. */
final class FrameworkTypes {
  private FrameworkTypes() {}

  /** Their binary names. */
  static Set<String> all() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                FrameworkTypes.class.getResourceAsStream("/sojourn/core/frameworks.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.substring(0, line.indexOf('|')).trim())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
