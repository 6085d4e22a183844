package dev.sojourn.analyzer.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of JSON lines, a file for each month, a line for each run.
 *
 * <p>Lines are only appended, under a lock of the file, and forced to disk before {@link #add}
 * returns: concurrent processes and threads lose none, and a crash leaves at most one torn line at
 * the end, which is told, skipped, and cut off from what is appended after it. A line that stands
 * twice, as after a merge of branches, counts once.
 */
public final class HistoryStore {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String SUFFIX = ".jsonl";

  /** File locks are held by the process: threads of this one must take turns by themselves. */
  private static final Object WITHIN_PROCESS = new Object();

  private final Path folder;

  /** The store in a folder, which need not exist yet. */
  public HistoryStore(Path folder) {
    this.folder = folder;
  }

  /** Appends runs; when this returns they are on disk. */
  public void add(List<HistoryEntry> entries) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> byMonth =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> MONTH.format(entry.time()),
                    TreeMap::new,
                    Collectors.mapping(
                        entry -> HistoryLine.write(entry) + "\n", Collectors.joining())));
    for (Map.Entry<String, String> month : byMonth.entrySet()) {
      append(folder.resolve(month.getKey() + SUFFIX), month.getValue());
    }
  }

  private static void append(Path file, String lines) throws IOException {
    synchronized (WITHIN_PROCESS) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        boolean torn = lock.isValid() && endsWithinLine(channel);
        channel.position(channel.size());
        ByteBuffer bytes =
            ByteBuffer.wrap(((torn ? "\n" : "") + lines).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    }
  }

  private static boolean endsWithinLine(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
  }

  /**
   * All runs in order of time.
   *
   * @throws NoSuchFileException if there is no such folder
   */
  public History read() throws IOException {
    Set<HistoryEntry> entries = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    for (Path file : files()) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        try {
          if (!lines.get(i).isBlank()) {
            entries.add(HistoryLine.read(lines.get(i)));
          }
        } catch (IllegalArgumentException e) {
          faults.add("%s: line %d is skipped: %s".formatted(file, i + 1, e.getMessage()));
        }
      }
    }
    return new History(entries.stream().sorted(HistoryEntry.ORDER).toList(), faults);
  }

  /** All runs in order of time; none where there is no such folder. */
  public History readIfThere() throws IOException {
    return Files.isDirectory(folder) ? read() : new History(List.of(), List.of());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  /** A torn line may end within a character, which a strict decoder would refuse. */
  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }
}
