package dev.sojourn.examples.faults;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param feature its major version
 */
record Jdk(int feature, Path home) {
  /** One of each major version that is installed beside the running one, the oldest first. */
  static List<Jdk> installed() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Map<Integer, Jdk> found = new TreeMap<>();
    try (Stream<Path> beside = Files.list(own.getParent())) {
      for (Path home : beside.sorted(Comparator.comparing(home -> !home.equals(own))).toList()) {
        if (Files.isExecutable(home.resolve("bin/java")) && Files.exists(home.resolve("release"))) {
          int feature = feature(home.resolve("release"));
          found.putIfAbsent(feature, new Jdk(feature, home));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  String java() {
    return home.resolve("bin/java").toString();
  }

  private static int feature(Path release) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
