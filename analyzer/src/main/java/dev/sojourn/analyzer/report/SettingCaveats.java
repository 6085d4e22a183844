package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings that hide waits, in words. */
final class SettingCaveats {
  private static final List<String> WAITS =
      List.of(
          "jdk.JavaMonitorEnter",
          "jdk.JavaMonitorWait",
          "jdk.ThreadPark",
          "jdk.ThreadSleep",
          "jdk.SocketRead",
          "jdk.FileRead");

  /** Hiding what is shorter biases little. */
  private static final Set<String> SHORT = Set.of("0 ns", "0 us", "0 ms", "0 s", "1 ms", "off", "");

  private SettingCaveats() {}

  static List<String> of(Settings settings) {
    List<String> hidden = new ArrayList<>();
    for (String type : WAITS) {
      settings.values(type, "threshold").stream()
          .filter(threshold -> hides(settings, type, threshold))
          .map(threshold -> type + " " + threshold)
          .forEach(hidden::add);
    }
    return hidden.isEmpty()
        ? List.of()
        : List.of(
            "Waits below these thresholds were not recorded: " + String.join(", ", hidden) + ".");
  }

  private static boolean hides(Settings settings, String type, String threshold) {
    return !SHORT.contains(threshold) && !settings.values(type, "enabled").equals(Set.of("false"));
  }
}
