package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.HeapUse;
import dev.sojourn.analyzer.event.JvmInformation;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.ThreadPark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingReaderTest {
  private static final String FEATURES = "dev.sojourn.analyzer.recording.Recordings#features";

  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void eventsOfEachKind_areAsManyAsTheJdkReads(int feature) throws Exception {
    Path recording = Recordings.of(feature);
    Map<Long, Integer> oracle = new TreeMap<>();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (EventKinds.BY_NAME.containsKey(event.getEventType().getName())) {
          oracle.merge(event.getEventType().getId(), 1, Integer::sum);
        }
      }
    }

    ReadEvents read = ReadEvents.of(recording);

    assertThat(read.events()).hasSize(oracle.values().stream().mapToInt(n -> n).sum());
    assertThat(read.result().events()).isEqualTo(read.events().size());
    assertThat(read.result().complete()).isTrue();
    assertThat(read.result().bytes()).isEqualTo(Files.size(recording));
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void selection_tellsTheSameAsRecords(int feature) throws Exception {
    Path recording = Recordings.of(feature);
    Selection<List<String>> selection =
        new Selection<>(
            "jdk.JavaMonitorEnter",
            List.of("previousOwner", "monitorClass"),
            (seen, enter) ->
                seen.add(
                    String.join(
                        " ",
                        enter.text(1),
                        enter.thread(0).name(),
                        enter.thread().name(),
                        enter.stackTrace().toString(),
                        Long.toString(enter.startEpochNanos()),
                        Long.toString(enter.durationNanos()))));
    List<String> selected = new ArrayList<>();

    ReadResult result =
        new RecordingReader()
            .select(
                List.of(recording),
                List.of(selection),
                chunk -> new ArrayList<String>(),
                seen -> seen,
                selected::addAll);

    List<String> records =
        ReadEvents.of(recording).all(MonitorEnter.class).stream()
            .map(
                enter ->
                    String.join(
                        " ",
                        enter.monitorClass(),
                        enter.previousOwner().name(),
                        enter.thread().name(),
                        enter.stackTrace().toString(),
                        Long.toString(enter.startEpochNanos()),
                        Long.toString(enter.durationNanos())))
            .toList();
    assertThat(selected).isNotEmpty().containsExactlyElementsOf(records);
    assertThat(result.events()).isEqualTo(selected.size());
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void fields_reachTheRecords(int feature) throws Exception {
    ReadEvents read = ReadEvents.of(Recordings.of(feature));

    assertThat(read.all(MonitorEnter.class))
        .anySatisfy(
            enter -> {
              assertThat(enter.thread().name()).isEqualTo("contender");
              assertThat(enter.thread().javaId()).isPositive();
              assertThat(enter.monitorClass()).isEqualTo("java.lang.Object");
              assertThat(enter.previousOwner().name()).isEqualTo("main");
              assertThat(enter.durationNanos()).isGreaterThan(1_000_000);
              assertThat(enter.stackTrace().frames().get(0).className())
                  .isEqualTo(RecordedProgram.class.getName());
              assertThat(enter.stackTrace().frames().get(0).line()).isPositive();
            });
    assertThat(read.all(ThreadPark.class))
        .anySatisfy(park -> assertThat(park.durationNanos()).isPositive());
    assertThat(read.all(SocketIo.class))
        .anySatisfy(
            io ->
                assertThat(io.operation() == SocketIo.Operation.WRITE && io.bytes() == 10_000)
                    .isTrue());
    assertThat(read.all(FileIo.class))
        .anySatisfy(
            io -> {
              assertThat(io.path()).endsWith(".txt");
              assertThat(io.operation()).isEqualTo(FileIo.Operation.WRITE);
              assertThat(io.bytes()).isEqualTo(RecordedProgram.LONG_TEXT.length());
            });
    assertThat(read.all(HeapUse.class))
        .anyMatch(HeapUse::afterGc)
        .anyMatch(use -> !use.afterGc())
        .allMatch(use -> use.committedBytes() >= use.usedBytes());
    assertThat(read.all(Setting.class))
        .contains(setting(read, "jdk.ThreadPark", "threshold", "0 ns"));
    assertThat(read.all(JvmInformation.class))
        .allSatisfy(
            jvm -> {
              assertThat(jvm.javaArguments()).contains(RecordedProgram.class.getName());
              assertThat(jvm.jvmStartEpochMillis()).isGreaterThan(1_600_000_000_000L);
              assertThat(jvm.pid()).isPositive();
            });
    assertThat(read.all(OldObject.class))
        .anySatisfy(
            object -> {
              assertThat(object.objectClass()).isEqualTo("[B");
              assertThat(object.rootPath())
                  .contains("static " + RecordedProgram.class.getName() + ".RETAINED");
            });
  }

  private static Setting setting(ReadEvents read, String type, String name, String value) {
    return read.all(Setting.class).stream()
        .filter(s -> s.eventType().equals(type) && s.name().equals(name) && s.value().equals(value))
        .findFirst()
        .orElse(new Setting(0, type, name, value));
  }

  @Test
  void threads_doNotChangeTheResult() throws Exception {
    Path recording = Recordings.any();

    ReadEvents one = ReadEvents.of(new RecordingReader(1, Progress.NONE), recording);
    ReadEvents many = ReadEvents.of(new RecordingReader(3, Progress.NONE), recording);

    assertThat(many.events()).isEqualTo(one.events());
    assertThat(many.result()).isEqualTo(one.result());
  }

  @Test
  void chunks_comeInTheOrderOfTheirTime() throws Exception {
    List<Path> parts = Recordings.chunks(Recordings.any(), folder);
    Path turned = folder.resolve("turned.jfr");
    try (var out = Files.newOutputStream(turned)) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        out.write(Files.readAllBytes(parts.get(i)));
      }
    }

    ReadEvents read = ReadEvents.of(turned);

    assertThat(read.events()).isEqualTo(ReadEvents.of(Recordings.any()).events());
    assertThat(read.result().chunks())
        .isSortedAccordingTo(Comparator.comparingLong(Chunk::startEpochNanos));
  }

  @Test
  void folder_standsForItsRecordings() throws Exception {
    Path below = Files.createDirectory(folder.resolve("2026_11_22_12_00_00_4711"));
    Recordings.chunks(Recordings.any(), below);
    Files.writeString(folder.resolve("notes.txt"), "no recording");

    ReadEvents read = ReadEvents.of(folder);

    assertThat(read.events()).isEqualTo(ReadEvents.of(Recordings.any()).events());
    assertThat(read.result().complete()).isTrue();
  }

  @Test
  void sameChunkTwice_isReadOnce() throws Exception {
    Path recording = Recordings.any();
    Path copy = Files.copy(recording, folder.resolve("copy.jfr"));

    ReadEvents read = ReadEvents.of(recording, copy);

    assertThat(read.events()).isEqualTo(ReadEvents.of(recording).events());
    assertThat(read.result().duplicates())
        .hasSize(read.result().chunks().size())
        .allSatisfy(
            duplicate -> {
              assertThat(duplicate.path()).isEqualTo(copy.toString());
              assertThat(duplicate.kept()).isEqualTo(recording.toString());
            });
  }

  @Test
  void missingFile_isADamage() {
    ReadEvents read = ReadEvents.of(folder.resolve("nowhere.jfr"));

    assertThat(read.result().damages())
        .extracting(Damage::reason)
        .containsExactly("no such file or folder");
  }

  @Test
  void emptyFile_isADamage() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jfr"));

    assertThat(ReadEvents.of(empty).result().damages())
        .containsExactly(
            new Damage(empty.toString(), -1, 0, 0, -1, "the file is empty, it ends at byte 0"));
  }

  @Test
  void textFile_isADamage() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jfr"), "FLR? no, a text.\n".repeat(10));

    assertThat(ReadEvents.of(text).result().damages())
        .containsExactly(new Damage(text.toString(), -1, 0, 170, -1, "not a JFR recording"));
  }

  @Test
  void recordingOfJdk8_isSaidToBeOne() throws IOException {
    byte[] begin = Arrays.copyOf(new byte[] {'F', 'L', 'R', 0, 0, 0, 0, 9}, 200);
    Path old = Files.write(folder.resolve("old.jfr"), begin);

    assertThat(ReadEvents.of(old).result().damages())
        .extracting(Damage::lostBytes, Damage::reason)
        .containsExactly(
            tuple(200L, "a recording in the format of JDK 7 and 8 (0.9), which is not read"));
  }

  @Test
  void bytesBetweenChunks_areADamage_andBothAreRead() throws Exception {
    Path recording = Recordings.any();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Path> parts = Recordings.chunks(recording, folder);
    bytes.write(Files.readAllBytes(parts.get(0)));
    long gap = bytes.size();
    bytes.write(new byte[1_000]);
    for (Path part : parts.subList(1, parts.size())) {
      bytes.write(Files.readAllBytes(part));
    }
    Path torn = Files.write(folder.resolve("torn.jfr"), bytes.toByteArray());

    ReadEvents read = ReadEvents.of(torn);

    assertThat(read.events()).isEqualTo(ReadEvents.of(recording).events());
    assertThat(read.result().damages())
        .containsExactly(new Damage(torn.toString(), -1, gap, 1_000, -1, "no chunk begins here"));
  }

  @Test
  void cutFile_givesWhatIsWhole_andSaysWhereItEnds() throws Exception {
    List<Path> parts = Recordings.chunks(Recordings.any(), folder);
    int last = parts.size() - 1;
    List<Event> before = ReadEvents.of(parts.subList(0, last).toArray(Path[]::new)).events();
    byte[] bytes = Files.readAllBytes(Recordings.any());
    Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length - 1_000));

    ReadEvents read = ReadEvents.of(cut);

    assertThat(read.events()).startsWith(before.toArray(Event[]::new));
    assertThat(read.result().damages())
        .allSatisfy(
            damage -> {
              assertThat(damage.path()).isEqualTo(cut.toString());
              assertThat(damage.chunkIndex()).isEqualTo(last);
              assertThat(damage.lostBytes()).isPositive();
            })
        .isNotEmpty();
  }
}
