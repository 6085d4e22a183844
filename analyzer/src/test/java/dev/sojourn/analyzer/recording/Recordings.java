package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Recordings of {@link RecordedProgram}, each made once for all tests. */
final class Recordings {
  private static final int ROUNDS = 2;
  private static final Map<Integer, Path> MADE = new HashMap<>();

  private Recordings() {}

  /** The feature releases that there are recordings of. */
  static Stream<Integer> features() {
    return InstalledJdks.byFeature().keySet().stream();
  }

  /** A whole recording of a few chunks, made by a JDK. */
  static synchronized Path of(int feature) throws IOException, InterruptedException {
    Path made = MADE.get(feature);
    if (made == null) {
      made = Files.createTempFile("recorded-" + feature + "-", ".jfr");
      made.toFile().deleteOnExit();
      String rounds = String.valueOf(ROUNDS);
      assertThat(
              InstalledJdks.run(feature, RecordedProgram.class, List.of(), made.toString(), rounds))
          .isZero();
      MADE.put(feature, made);
    }
    return made;
  }

  /** Each chunk of a recording as a file of its own. */
  static List<Path> chunks(Path recording, Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(recording);
    List<Path> files = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int size = (int) ByteBuffer.wrap(bytes).getLong(at + ChunkHeader.SIZE_AT);
      Path file = folder.resolve("chunk-" + files.size() + ".jfr");
      files.add(Files.write(file, Arrays.copyOfRange(bytes, at, at + size)));
      at += size;
    }
    return files;
  }

  /** A recording by the JDK that runs the tests. */
  static Path any() throws IOException, InterruptedException {
    return of(Runtime.version().feature());
  }

  /** Where the events of a chunk begin that are neither metadata nor constants. */
  static List<Integer> ordinaryEvents(byte[] chunk) {
    List<Integer> offsets = new ArrayList<>();
    Cursor cursor = new Cursor(true);
    int at = ChunkHeader.BYTES;
    while (at < chunk.length) {
      cursor.on(chunk, at, chunk.length);
      int size = cursor.int32();
      if (cursor.int64() > Constants.TYPE_ID) {
        offsets.add(at);
      }
      at += size;
    }
    return offsets;
  }

  /** Where an event in the middle of a chunk begins. */
  static int middleEvent(byte[] chunk) {
    List<Integer> offsets = ordinaryEvents(chunk);
    return offsets.get(offsets.size() / 2);
  }
}
