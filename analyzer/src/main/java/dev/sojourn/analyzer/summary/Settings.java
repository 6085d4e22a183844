package dev.sojourn.analyzer.summary;

import java.util.Map;
import java.util.Set;

/**
 * Settings that were in force.
 *
 * @param values each value that a setting had at some time
 */
public record Settings(Map<SettingKey, Set<String>> values) implements Part<Settings> {
  /** Nothing. */
  public static final Settings EMPTY = new Settings(Map.of());

  /** The values that a setting had; empty where the recording does not tell. */
  public Set<String> values(String eventType, String name) {
    return values.getOrDefault(new SettingKey(eventType, name), Set.of());
  }

  @Override
  public Settings plus(Settings other) {
    return new Settings(Sums.merge(values, other.values, Sums::ofSets));
  }
}
