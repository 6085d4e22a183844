package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.ThreadId;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeighbourTest {
  private static final long MOST = 100_000;

  /** JFR writes an event now and then whose strings and thread went into the chunk before. */
  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void whatAChunkLacks_isFoundInItsNeighbour(int feature) throws Exception {
    ChunkSpan span = Chunks.of(InputFiles.of(List.of(Recordings.of(feature)))).spans().get(0);
    try (FileChannel channel = FileChannel.open(span.path(), READ)) {
      Window window = new Window(channel, span.endBytes());
      ChunkContents contents = ChunkContents.find(span, window);
      Constants full = contents.constants(window, EventWalk.Faults.IGNORED);
      long string = known(full, Type.STRING);
      long thread = known(full, Type.THREAD);

      Constants beside = empty(contents, span, full);
      Constants alone = empty(contents, span, null);

      assertThat(beside.string(string)).isNotNull().isEqualTo(full.string(string));
      assertThat(beside.thread(thread)).isNotEqualTo(ThreadId.NONE).isEqualTo(full.thread(thread));
      assertThat(alone.string(string)).isNull();
      assertThat(alone.thread(thread)).isEqualTo(ThreadId.NONE);
    }
  }

  private static Constants empty(ChunkContents contents, ChunkSpan span, Constants beside) {
    return new Constants(
        contents.metadata(),
        span.header().compressed(),
        Ticks.of(span.header()),
        true,
        () -> beside);
  }

  private static long known(Constants constants, String type) {
    return LongStream.range(1, MOST)
        .filter(id -> constants.pool(type).find(id) >= 0)
        .findFirst()
        .orElseThrow();
  }
}
