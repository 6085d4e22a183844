package dev.sojourn.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK on this machine that the agent is tested on. */
public record Jdk(Path home, int feature) {

  /** One JDK of each feature release from 17 among those that stand beside the running one. */
  public static List<Jdk> all() {
    Map<Integer, Jdk> found = new TreeMap<>();
    Path own = Path.of(System.getProperty("java.home"));
    found.put(Runtime.version().feature(), new Jdk(own, Runtime.version().feature()));
    try (Stream<Path> siblings = Files.list(own.getParent())) {
      siblings
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .map(home -> new Jdk(home, featureOf(home)))
          .filter(jdk -> jdk.feature() >= 17)
          .forEach(jdk -> found.putIfAbsent(jdk.feature(), jdk));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return List.copyOf(found.values());
  }

  private static int featureOf(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException noRelease) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }

  String java() {
    return home.resolve("bin/java").toString();
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
