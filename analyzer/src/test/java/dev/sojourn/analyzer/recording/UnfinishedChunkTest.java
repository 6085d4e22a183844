package dev.sojourn.analyzer.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.JobRun;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnfinishedChunkTest {
  private static final String FEATURES = "dev.sojourn.analyzer.recording.Recordings#features";

  private static final Pattern MARK = Pattern.compile("#\\d+;");

  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void killedJvm_losesOnlyWhatItHadNotWritten(int feature) throws Exception {
    Process process = start(feature, List.of(), "never");
    awaitFlush();
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    checkRuns();
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void haltedJvm_losesOnlyWhatItHadNotWritten(int feature) throws Exception {
    Process process = start(feature, List.of(), "halt");
    awaitFlush();
    stop(process);

    checkRuns();
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void jvmOutOfMemory_losesOnlyWhatItHadNotWritten(int feature) throws Exception {
    List<String> options = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    Process process = start(feature, options, "memory");
    awaitFlush();
    stop(process);

    checkRuns();
  }

  private Process start(int feature, List<String> options, String how) throws IOException {
    Path repository = folder.resolve("repository");
    List<String> all =
        Stream.concat(
                options.stream(), Stream.of("-XX:FlightRecorderOptions:repository=" + repository))
            .toList();
    return InstalledJdks.start(
            feature, EndlessProgram.class, all, how, folder.resolve("stop").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private void stop(Process process) throws IOException, InterruptedException {
    Files.createFile(folder.resolve("stop"));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits until the JVM has flushed its chunk once, and written more behind it. */
  private void awaitFlush() throws IOException, InterruptedException {
    for (int i = 0; i < 6_000; i++) {
      if (flushed()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no flush; " + Files.readString(folder.resolve("output.txt")));
  }

  private boolean flushed() throws IOException {
    for (Path chunk : recordings()) {
      try (RandomAccessFile file = new RandomAccessFile(chunk.toFile(), "r")) {
        if (file.length() > ChunkHeader.BYTES) {
          file.seek(ChunkHeader.SIZE_AT);
          long size = file.readLong();
          if (size > ChunkHeader.BYTES && file.length() > size) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private List<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".jfr")).sorted().toList();
    }
  }

  private void checkRuns() throws IOException {
    ReadEvents read = ReadEvents.of(folder.resolve("repository"));
    List<JobRun> runs = read.all(JobRun.class);
    assertThat(runs).hasSizeGreaterThan(256);
    assertThat(runs.stream().map(JobRun::job)).containsExactlyElementsOf(written(read.result()));
    assertThat(runs).allMatch(run -> run.thread().name().equals("main"));
    assertThat(read.result().damages())
        .singleElement()
        .satisfies(
            damage -> {
              assertThat(damage.reason()).startsWith("an unfinished chunk");
              assertThat(endOfLoss(damage)).isEqualTo(Files.size(Path.of(damage.path())));
              assertThat(damage.lostBytes()).isLessThan(100);
            });
  }

  /** The runs whose bytes lie in the files, found without any knowledge of their format. */
  private List<String> written(ReadResult result) throws IOException {
    Damage tail = result.damages().get(0);
    List<String> marks = new ArrayList<>();
    for (Path file : recordings()) {
      byte[] bytes = Files.readAllBytes(file);
      boolean unfinished = file.endsWith(Path.of(tail.path()).getFileName());
      int end = unfinished ? (int) tail.offsetBytes() : bytes.length;
      Matcher mark = MARK.matcher(new String(bytes, 0, end, ISO_8859_1));
      while (mark.find()) {
        marks.add(mark.group());
      }
    }
    return marks;
  }

  private static long endOfLoss(Damage damage) {
    return damage.offsetBytes() + damage.lostBytes();
  }
}
