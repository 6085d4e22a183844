package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/** Which setting of which event type, such as {@code threshold} of {@code jdk.ThreadPark}. */
public record SettingKey(String eventType, String name) implements Comparable<SettingKey> {
  private static final Comparator<SettingKey> ORDER =
      Comparator.comparing(SettingKey::eventType).thenComparing(SettingKey::name);

  @Override
  public int compareTo(SettingKey other) {
    return ORDER.compare(this, other);
  }
}
