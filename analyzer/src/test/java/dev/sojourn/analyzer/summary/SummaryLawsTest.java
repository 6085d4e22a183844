package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JvmInformation;
import dev.sojourn.analyzer.event.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryLawsTest {
  private static final int WORLDS = 24;
  private static final long CHUNK_NANOS = 2_000_000_000L;
  private static final Resolution RESOLUTION = Resolution.FULL.withFewerFrames();
  private static final List<List<Event>> CHUNKS = chunks(5);
  private static final List<Summary> SUMMARIES = summaries(CHUNKS);
  private static final List<Event> ALL = world(99);

  static Stream<RecordComponent> parts() {
    return Arrays.stream(Summary.class.getRecordComponents());
  }

  static Stream<Named<List<Event>>> worlds() {
    return IntStream.range(0, WORLDS).mapToObj(seed -> Named.of("world " + seed, world(seed)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyPart_takesPartInTheLaws(RecordComponent part) {
    for (Summary summary : SUMMARIES) {
      assertThat(value(part, summary)).isNotEqualTo(value(part, Summary.empty()));
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void empty_changesNothing(RecordComponent part) {
    for (Summary summary : SUMMARIES) {
      assertThat(value(part, summary.plus(Summary.empty()))).isEqualTo(value(part, summary));
      assertThat(value(part, Summary.empty().plus(summary))).isEqualTo(value(part, summary));
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void plus_isCommutative(RecordComponent part) {
    Summary one = SUMMARIES.get(0);
    Summary other = SUMMARIES.get(1);
    assertThat(value(part, one.plus(other))).isEqualTo(value(part, other.plus(one)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void plus_isAssociative(RecordComponent part) {
    Summary one = SUMMARIES.get(0);
    Summary two = SUMMARIES.get(1);
    Summary three = SUMMARIES.get(2);
    assertThat(value(part, one.plus(two).plus(three)))
        .isEqualTo(value(part, one.plus(two.plus(three))));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void anyOrderAndGrouping_givesTheSameSum(RecordComponent part) {
    Object inOrder = value(part, sum(SUMMARIES, new Random(0)));
    for (int seed = 1; seed <= 20; seed++) {
      List<Summary> shuffled = new ArrayList<>(SUMMARIES);
      Random random = new Random(seed);
      Collections.shuffle(shuffled, random);
      assertThat(value(part, sum(shuffled, random))).isEqualTo(inOrder);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void anySplitMerged_equalsOnePass(List<Event> world) {
    Summary onePass = onePass(world);
    for (int seed = 1; seed <= 6; seed++) {
      Random random = new Random(seed);
      Summary merged = sum(split(world, random), random).settled();
      assertSame(merged, onePass, seed);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void neighboursSettledSoFar_endUpAsOnePass(List<Event> world) {
    Summary onePass = onePass(world);
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      Summary merged = sum(split(world, random), random, both -> both.settledSoFar(0));
      assertSame(merged.settled(), onePass, seed);
    }
  }

  /** As a chunk of very many events is: a thread writes each when it ends. */
  @ParameterizedTest
  @MethodSource("parts")
  void chunkJoinedPieceByPiece_equalsOnePass(RecordComponent part) {
    if (part.getName().equals("oldObjects")) {
      // an object is put down to a job only where its run is known, which is in the piece before
      return;
    }
    Object onePass = value(part, onePass(ALL));
    List<Event> asTheyEnd = new ArrayList<>(ALL);
    asTheyEnd.sort(Comparator.comparingLong(Event::endEpochNanos));
    for (int most : List.of(333, 1_000)) {
      SummaryBuilder builder = builder(EventGenerator.BEGIN, CHUNKS.size() * CHUNK_NANOS, most);
      asTheyEnd.forEach(builder::accept);
      assertThat(value(part, builder.build().settled())).as("%d", most).isEqualTo(onePass);
    }
  }

  @Test
  void settled_leavesNothingOpen() {
    assertThat(SUMMARIES.get(0).settled().openEnds()).isEqualTo(OpenEnds.EMPTY);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void orderOfEvents_doesNotMatter(RecordComponent part) {
    List<Event> shuffled = new ArrayList<>(CHUNKS.get(0));
    Collections.shuffle(shuffled, new Random(3));
    assertThat(value(part, summary(0, 1, shuffled))).isEqualTo(value(part, SUMMARIES.get(0)));
  }

  @Test
  void sameChunkTwice_isRefused() {
    Summary summary = SUMMARIES.get(0);
    assertThatThrownBy(() -> summary.plus(summary))
        .isInstanceOf(DuplicateChunkException.class)
        .hasMessageContaining("chunk-" + EventGenerator.BEGIN);
  }

  @Test
  void generator_makesEveryKindOfEvent() {
    assertThat(CHUNKS.get(0).stream().map(Object::getClass).distinct())
        .hasSize(Event.class.getPermittedSubclasses().length - 1);
  }

  /** Adds neighbours in any grouping until one is left. */
  private static Summary sum(List<Summary> summaries, Random random) {
    return sum(summaries, random, both -> both);
  }

  private static Summary sum(
      List<Summary> summaries, Random random, UnaryOperator<Summary> ofNeighbours) {
    List<Summary> left = new ArrayList<>(summaries);
    while (left.size() > 1) {
      int at = random.nextInt(left.size() - 1);
      left.set(at, ofNeighbours.apply(left.get(at).plus(left.remove(at + 1))));
    }
    return left.get(0);
  }

  private static List<Event> world(long seed) {
    return new EventGenerator(seed).events(EventGenerator.BEGIN, CHUNKS.size() * CHUNK_NANOS);
  }

  private static Summary onePass(List<Event> world) {
    return summary(0, CHUNKS.size(), world).settled();
  }

  /** But for the chunks that they know of. */
  private static void assertSame(Summary one, Summary other, int seed) {
    parts()
        .filter(part -> !part.getName().equals("coverage"))
        .forEach(
            part ->
                assertThat(value(part, one))
                    .as("%s, seed %d", part.getName(), seed)
                    .isEqualTo(value(part, other)));
  }

  private static List<List<Event>> chunks(int count) {
    List<List<Event>> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long begin = EventGenerator.BEGIN + i * CHUNK_NANOS;
      chunks.add(new EventGenerator(i).events(begin, CHUNK_NANOS));
    }
    return chunks;
  }

  /** Cuts the events at instants, wherever runs and waits are: each is told of where it ends. */
  private static List<Summary> split(List<Event> world, Random random) {
    long nanos = CHUNKS.size() * CHUNK_NANOS;
    TreeSet<Long> cuts = new TreeSet<>(List.of(0L, nanos));
    random.longs(5, 0, nanos).forEach(cuts::add);
    List<Summary> summaries = new ArrayList<>();
    for (long from : cuts.headSet(nanos)) {
      long begin = EventGenerator.BEGIN + from;
      long end = EventGenerator.BEGIN + cuts.higher(from);
      SummaryBuilder builder = builder(begin, end);
      world.stream()
          .filter(event -> event.endEpochNanos() >= begin && event.endEpochNanos() < end)
          .forEach(builder::accept);
      summaries.add(builder.build());
    }
    return summaries;
  }

  private static List<Summary> summaries(List<List<Event>> chunks) {
    List<Summary> summaries = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      summaries.add(summary(i, i + 1, chunks.get(i)));
    }
    return summaries;
  }

  private static Summary summary(int from, int to, List<Event> events) {
    SummaryBuilder builder = builder(from, to);
    events.forEach(builder::accept);
    return builder.build();
  }

  static SummaryBuilder builder(int from, int to) {
    long begin = EventGenerator.BEGIN;
    return builder(begin + from * CHUNK_NANOS, begin + to * CHUNK_NANOS);
  }

  private static SummaryBuilder builder(long begin, long end) {
    return builder(begin, end - begin, Integer.MAX_VALUE);
  }

  private static SummaryBuilder builder(long begin, long nanos, int mostEvents) {
    Chunk chunk = new Chunk("chunk-" + begin, "a.jfr", 0, 0, begin, nanos);
    SummaryBuilder builder =
        new SummaryBuilder(chunk, RESOLUTION, new SizeLimit(RESOLUTION), mostEvents);
    builder.accept(new JvmInformation(begin, "JVM", "17", "", "app", 1_699_000_000_000L, 77));
    builder.accept(new Setting(begin, "jdk.ExecutionSample", "period", "10 ms"));
    builder.accept(new Setting(begin, "sojourn.JobRun", "enabled", "true"));
    return builder;
  }

  private static Object value(RecordComponent part, Summary summary) {
    try {
      return part.getAccessor().invoke(summary);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
