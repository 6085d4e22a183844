package dev.sojourn.agent.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a program holds of its JVM and its machine, printed as one line. */
final class Footprint {
  private static final int COLLECTIONS = 3;

  private Footprint() {}

  /** Collects garbage first. */
  static void print() throws IOException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    System.out.println(
        "footprint classes="
            + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()
            + " metaspace="
            + pool("Metaspace")
            + " heap="
            + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
            + " threads="
            + ManagementFactory.getThreadMXBean().getThreadCount()
            + " files="
            + openFiles());
  }

  private static long pool(String name) {
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    return pools.stream()
        .filter(pool -> pool.getName().equals(name))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  /** Zero where the system does not tell. */
  private static long openFiles() throws IOException {
    Path folder = Path.of("/proc/self/fd");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
