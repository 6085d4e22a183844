package dev.sojourn.agent.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads the agent's options. A value that makes no sense is replaced by its default and told. */
final class OptionParser {
  static final List<String> KNOWN =
      List.of(
          "out",
          "jobs",
          "locks",
          "adapt",
          "collect",
          "budget",
          "stride",
          "cost",
          "maxage",
          "maxsize",
          "settings",
          "config");

  private final String given;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  OptionParser(String given) {
    this.given = given;
  }

  Options parse() {
    readGiven();
    readFile();
    return new Options(
        given,
        out(),
        jobs(),
        list("locks"),
        isOn("adapt"),
        isOn("collect"),
        number("budget", 1000, "a number of events per second from 1 such as 1000"),
        number("stride", 128, "a number of runs from 1 such as 128"),
        costRatio(),
        maxAge(),
        maxSize(),
        values.get("settings"),
        List.copyOf(problems));
  }

  private void readGiven() {
    for (String part : given.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 0) {
        problems.add("option '" + part.trim() + "' has no value: write it as key=value");
      } else {
        put(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
      }
    }
  }

  private void put(String name, String value) {
    if (KNOWN.contains(name)) {
      values.putIfAbsent(name, value);
    } else {
      problems.add(
          "unknown option '"
              + name
              + "' (value '"
              + value
              + "') is passed over; there are "
              + String.join(", ", KNOWN));
    }
  }

  private void readFile() {
    String file = values.get("config");
    if (file == null) {
      return;
    }
    Properties read = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(file))) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException failure) {
      complain("config", "a file with key=value lines that can be read", "no file is used");
      return;
    }
    read.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> put(name, read.getProperty(name).trim()));
  }

  private Path out() {
    String value = values.get("out");
    if (value == null) {
      return standardFile();
    }
    try {
      Path path = Path.of(value).toAbsolutePath();
      return Files.isDirectory(path) ? path.resolve(standardFile().getFileName()) : path;
    } catch (InvalidPathException failure) {
      complain("out", "a file or folder", "the default");
      return standardFile();
    }
  }

  private static Path standardFile() {
    return Path.of("sojourn-" + ProcessHandle.current().pid() + ".jfr").toAbsolutePath();
  }

  private List<JobPattern> jobs() {
    List<JobPattern> patterns = new ArrayList<>();
    for (String text : list("jobs")) {
      Optional<JobPattern> pattern = JobPattern.parse(text);
      pattern.ifPresent(patterns::add);
      if (pattern.isEmpty()) {
        problems.add(
            "option jobs: cannot read the pattern '"
                + text
                + "', it is passed over; right are com.acme.**.*Job#run, @com.acme.Timed,"
                + " +com.acme.Handler#handle");
      }
    }
    return List.copyOf(patterns);
  }

  private List<String> list(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : values.getOrDefault(name, "").split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return List.copyOf(parts);
  }

  private boolean isOn(String name) {
    String value = values.getOrDefault(name, "on");
    if (!value.equals("on") && !value.equals("off")) {
      complain(name, "on or off", "on");
    }
    return !value.equals("off");
  }

  private long number(String name, long standard, String right) {
    String value = values.get(name);
    if (value == null) {
      return standard;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, as numbers out of range are
    }
    complain(name, right, Long.toString(standard));
    return standard;
  }

  private double costRatio() {
    double standard = 2;
    String value = values.get("cost");
    double percent = value == null ? standard : Units.percent(value);
    if (percent <= 0) {
      complain("cost", "a part of the CPU time in percent, above 0 and up to 100, such as 2", "2");
      percent = standard;
    }
    return percent / 100;
  }

  private Duration maxAge() {
    String value = values.get("maxage");
    if (value == null) {
      return null;
    }
    Duration age = Units.duration(value);
    if (age == null) {
      complain("maxage", "a duration such as 30m, 6h or 2d", "no bound");
    }
    return age;
  }

  private long maxSize() {
    long standard = 250L << 20;
    String value = values.get("maxsize");
    if (value == null) {
      return standard;
    }
    long bytes = Units.bytes(value);
    if (bytes <= 0) {
      complain("maxsize", "a size such as 100m or 2g", "250m");
      return standard;
    }
    return bytes;
  }

  private void complain(String name, String right, String used) {
    problems.add(
        "option " + name + ": '" + values.get(name) + "' is not " + right + "; used is " + used);
  }
}
