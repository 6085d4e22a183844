package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The agent's version, as it was built. */
final class Version {
  private Version() {}

  static String text() {
    return resource("/sojourn/core/version.txt");
  }

  /** The version, and what tells this build's probes from those of others. */
  static String build() {
    return resource("/sojourn/boot/build");
  }

  private static String resource(String name) {
    try (InputStream in = Version.class.getResourceAsStream(name)) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException failure) {
      return "unknown";
    }
  }
}
