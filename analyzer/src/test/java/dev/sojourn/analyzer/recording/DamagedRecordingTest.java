package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedRecordingTest {
  private static final int CONSTANTS_AT = 16;
  private static final int METADATA_AT = 24;
  private static final long UNDESCRIBED = 99_999;

  @TempDir private Path folder;
  private List<Path> chunks;
  private byte[] chunk;
  private List<Event> events;

  @BeforeEach
  void readWholeChunk() throws Exception {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    chunks = Recordings.chunks(Recordings.any(), parts);
    chunk = Files.readAllBytes(chunks.get(0));
    events = ReadEvents.of(chunks.get(0)).events();
  }

  @Test
  void zeroSizedEvent_isPassedOver() throws IOException {
    int at = Recordings.middleEvent(chunk);
    chunk[at] = 0;

    ReadEvents read = ReadEvents.of(damaged());

    assertThat(events).containsAll(read.events());
    assertThat(read.events().size()).isBetween(events.size() - 1, events.size());
    assertThat(read.result().damages())
        .singleElement()
        .satisfies(
            damage -> {
              assertThat(damage.offsetBytes()).isEqualTo(at);
              assertThat(damage.lostBytes()).isPositive();
              assertThat(damage.reason()).isEqualTo("an event of size 0");
            });
  }

  @Test
  void hostileSize_isPassedOver() throws IOException {
    int at = Recordings.middleEvent(chunk);
    Arrays.fill(chunk, at, at + 4, (byte) 0xff);

    ReadEvents read = ReadEvents.of(damaged());

    assertThat(events).containsAll(read.events());
    assertThat(read.events().size()).isGreaterThan(events.size() - 10);
    assertThat(read.result().complete()).isFalse();
  }

  @Test
  void eventsOfTypesThatAreNotDescribed_areCountedAsMissing() throws IOException {
    int at = Recordings.middleEvent(chunk);
    long startTicks = ChunkHeader.parse(ByteBuffer.wrap(chunk)).startTicks();
    byte[] unknown = new Encoder(true).int64(startTicks).event(UNDESCRIBED);
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.write(chunk, 0, at);
    longer.writeBytes(unknown);
    longer.writeBytes(unknown);
    longer.write(chunk, at, chunk.length - at);
    chunk = longer.toByteArray();
    ByteBuffer.wrap(chunk)
        .putLong(ChunkHeader.SIZE_AT, ChunkHeader.BYTES)
        .putLong(CONSTANTS_AT, 0)
        .putLong(METADATA_AT, 0)
        .put(ChunkHeader.STATE_AT, (byte) 1);

    ReadEvents read = ReadEvents.of(damaged());

    assertThat(read.events()).hasSameSizeAs(events);
    assertThat(read.result().damages())
        .filteredOn(damage -> damage.reason().startsWith("2 events of types"))
        .singleElement()
        .satisfies(
            damage -> {
              assertThat(damage.offsetBytes()).isEqualTo(at);
              assertThat(damage.lostBytes()).isEqualTo(2L * unknown.length);
            });
  }

  /** Found by {@link FuzzTest}: what was read before is compared with what is not there. */
  @Test
  void metadataShorterThanTheirTimes_arePassedOver() throws IOException {
    int at = (int) ByteBuffer.wrap(chunk).getLong(METADATA_AT);
    chunk[at] = 10;

    ReadEvents read = ReadEvents.of(damaged());

    assertThat(read.result().complete()).isFalse();
  }

  @Test
  void unreadableHeader_isReplacedByItsCopy() throws IOException {
    Arrays.fill(chunk, 0, 60, (byte) 'x');

    ReadEvents read = ReadEvents.of(damaged());

    assertThat(read.events()).isEqualTo(events);
    assertThat(read.result().damages())
        .extracting(Damage::reason)
        .containsExactly("an unreadable chunk header, of which there is a copy");
  }

  @Test
  void offsetsToNowhere_areReplacedByAWalk() throws IOException {
    ByteBuffer.wrap(chunk).putLong(CONSTANTS_AT, 77).putLong(METADATA_AT, Long.MAX_VALUE);

    assertThat(ReadEvents.of(damaged()).events()).isEqualTo(events);
  }

  @Test
  void everyCut_givesABeginningOfTheEvents() throws IOException {
    byte[] whole = chunk;
    for (int cut = 1; cut < whole.length; cut += 9_973) {
      chunk = Arrays.copyOf(whole, cut);

      ReadEvents read = ReadEvents.of(damaged());

      assertThat(read.result().complete()).as("cut at %s", cut).isFalse();
      assertThat(read.events().size()).as("cut at %s", cut).isLessThanOrEqualTo(events.size());
      assertThat(read.result().damages().stream().mapToLong(Damage::lostBytes).sum())
          .as("cut at %s", cut)
          .isPositive();
    }
  }

  @Test
  void chunkThatWasNeverFlushed_isReadByTheTypesOfTheOneBefore() throws IOException {
    chunk = Files.readAllBytes(chunks.get(1));
    List<Event> whole = ReadEvents.of(chunks.get(1)).events();
    ByteArrayOutputStream unflushed = new ByteArrayOutputStream();
    unflushed.write(chunk, 0, ChunkHeader.BYTES);
    List<Integer> offsets = offsets();
    for (int i = 0; i + 1 < offsets.size(); i++) {
      long typeId = typeId(offsets.get(i));
      if (typeId > Constants.TYPE_ID || i < 2) {
        unflushed.write(chunk, offsets.get(i), offsets.get(i + 1) - offsets.get(i));
      }
    }
    chunk = unflushed.toByteArray();
    ByteBuffer.wrap(chunk)
        .putLong(ChunkHeader.SIZE_AT, ChunkHeader.BYTES)
        .putLong(CONSTANTS_AT, 0)
        .putLong(METADATA_AT, 0)
        .put(ChunkHeader.STATE_AT, (byte) 1);

    ReadEvents alone = ReadEvents.of(damaged());
    ReadEvents both = ReadEvents.of(chunks.get(0), damaged());

    assertThat(alone.events()).isEmpty();
    assertThat(alone.result().damages())
        .extracting(Damage::reason)
        .containsExactly("a chunk without readable metadata");
    assertThat(both.events()).startsWith(events.toArray(Event[]::new));
    assertThat(both.events().subList(events.size(), both.events().size()))
        .isNotEmpty()
        .extracting(Event::getClass, Event::startEpochNanos, Event::durationNanos)
        .isEqualTo(
            whole.stream()
                .map(e -> tuple(e.getClass(), e.startEpochNanos(), e.durationNanos()))
                .toList());
  }

  private Path damaged() throws IOException {
    return Files.write(folder.resolve("damaged.jfr"), chunk);
  }

  private List<Integer> offsets() {
    List<Integer> offsets = new ArrayList<>();
    Cursor cursor = new Cursor(true);
    int at = ChunkHeader.BYTES;
    while (at < chunk.length) {
      offsets.add(at);
      cursor.on(chunk, at, chunk.length);
      at += cursor.int32();
    }
    offsets.add(at);
    return offsets;
  }

  private long typeId(int at) {
    Cursor cursor = new Cursor(true);
    cursor.on(chunk, at, chunk.length);
    cursor.int32();
    return cursor.int64();
  }
}
