package dev.sojourn.agent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the library that async-profiler's artifact carries. */
final class AsyncProfiler {
  private AsyncProfiler() {}

  static Path library(Path jar, Path folder) {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    Path library = folder.resolve("libasyncProfiler.so");
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry("linux-" + architecture + "/libasyncProfiler.so");
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
      }
      return library;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
