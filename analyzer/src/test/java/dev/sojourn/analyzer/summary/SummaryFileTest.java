package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SummaryFileTest {
  private static final Summary SUMMARY = summary();

  @Test
  void roundTrip_changesNothing() throws IOException {
    assertThat(read(written(SUMMARY))).isEqualTo(SUMMARY);
  }

  @Test
  void whatWasRead_addsUpLikeWhatWasWritten() throws IOException {
    Summary other = new Scenario().run(1, "job", 0, 100).socket(1, 10, 30).summary();
    assertThat(read(written(SUMMARY)).plus(read(written(other)))).isEqualTo(SUMMARY.plus(other));
  }

  @Test
  void unsettledSummary_isSettledFirst() throws IOException {
    SummaryBuilder builder = SummaryLawsTest.builder(0, 1);
    new EventGenerator(5).events(EventGenerator.BEGIN, 2_000_000_000L).forEach(builder::accept);
    Summary open = builder.build();
    assertThat(open).isNotEqualTo(open.settled());
    assertThat(read(written(open))).isEqualTo(open.settled());
  }

  @Test
  void sameSummary_isWrittenAlike() throws IOException {
    assertThat(written(summary())).isEqualTo(written(SUMMARY));
  }

  @Test
  void emptySummary_isReadAsSuch() throws IOException {
    assertThat(read(written(Summary.empty()))).isEqualTo(Summary.empty());
  }

  @Test
  void site_isWrittenOnce_howeverOftenItIsTold() throws IOException {
    Site site = new Site("com.acme.Parse.read", 7, List.of("com.acme.Parse.read", "Main.main"));
    Map<AllocationKey, Amount> byKey = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      byKey.put(new AllocationKey("Class" + i, Actor.job("job"), site), new Amount(1, i));
    }
    Summary told = Summary.of(new Allocations(byKey, Map.of()));

    assertThat(read(written(told))).isEqualTo(told);
    assertThat(unzipped(written(told)).split("com.acme.Parse.read", -1)).hasSize(2);
  }

  @Test
  void sitesThatAreMissing_areRefused() {
    String key = "[\\\"A\\\",[\\\"a\\\",true],0]";
    String parts = ",\"allocations\":{\"byKey\":{\"" + key + "\":[1,1]}}}";
    for (String tables :
        List.of(
            "",
            ",\"sites\":[0,1,0]",
            ",\"frames\":[\"a\"],\"sites\":[0,1,-2]",
            ",\"frames\":[\"a\"],\"sites\":[0,1,1]",
            ",\"frames\":[\"a\"],\"stacks\":[0,2],\"sites\":[0,1,1]",
            ",\"frames\":[\"a\"],\"stacks\":[0,0],\"sites\":[0,1,1]",
            ",\"frames\":[\"a\"],\"stacks\":[0" + ",1,0".repeat(40) + ",1],\"sites\":[0,1,1]")) {
      String json = "{\"format\":\"sojourn-summary/4\"" + tables + parts;
      assertThatThrownBy(() -> read(zipped(json))).isInstanceOf(SummaryFormatException.class);
    }
  }

  @Test
  void cutFile_isRefused() throws IOException {
    byte[] whole = written(SUMMARY);
    for (int size : new int[] {0, 5, 100, whole.length / 2, whole.length - 9}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(whole, size)))
          .isInstanceOf(SummaryFormatException.class);
    }
  }

  @Test
  void whatIsNoSummary_isRefused() {
    assertThatThrownBy(() -> read("FLR".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SummaryFormatException.class)
        .hasMessageContaining("not a whole summary");
  }

  @Test
  void emptyFile_isRefusedInWords() {
    assertThatThrownBy(() -> read(new byte[0])).hasMessage("not a whole summary: it ends too soon");
  }

  @Test
  void otherFormat_isRefusedByName() {
    assertThatThrownBy(() -> read(zipped("{\"format\":\"sojourn-summary/3\"}")))
        .isInstanceOf(SummaryFormatException.class)
        .hasMessage("format is sojourn-summary/3, not sojourn-summary/4");
  }

  @Test
  void manyNames_areRead() throws IOException {
    Map<EndpointKey, EndpointStatistics> byKey = new TreeMap<>();
    for (int i = 0; i < 100_000; i++) {
      EndpointKey key =
          new EndpointKey(EndpointKey.Kind.FILE, "/tmp/" + i, EndpointKey.Operation.READ);
      byKey.put(key, EndpointStatistics.EMPTY);
    }
    Summary many = Summary.of(new Endpoints(byKey));
    assertThat(read(written(many)).equals(many)).isTrue();
  }

  @Test
  void emptyPart_isNotWritten() throws IOException {
    assertThat(unzipped(written(Summary.of(new Jobs(Map.of("a", JobStatistics.EMPTY), 0)))))
        .contains("\"jobs\":")
        .doesNotContain("\"locks\":", "\"heap\":");
  }

  @Test
  void unknownPart_isLeftOut() throws IOException {
    assertThat(read(zipped("{\"format\":\"sojourn-summary/4\",\"later\":{\"x\":1}}")))
        .isEqualTo(Summary.empty());
  }

  @Test
  void wrongNumbers_areRefused() {
    String json = "{\"format\":\"sojourn-summary/4\",\"jobs\":{\"byName\":{\"a\":{}}}}";
    assertThatThrownBy(() -> read(zipped(json))).isInstanceOf(SummaryFormatException.class);
  }

  private static Summary summary() {
    SummaryBuilder builder = SummaryLawsTest.builder(0, 2);
    new EventGenerator(4).events(EventGenerator.BEGIN, 4_000_000_000L).forEach(builder::accept);
    return builder.build().settled();
  }

  private static byte[] written(Summary summary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SummaryFile.write(summary, bytes);
    return bytes.toByteArray();
  }

  private static byte[] zipped(String json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(json.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String unzipped(byte[] bytes) throws IOException {
    byte[] json = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    return new String(json, StandardCharsets.UTF_8);
  }

  private static Summary read(byte[] bytes) throws IOException {
    return SummaryFile.read(new ByteArrayInputStream(bytes));
  }
}
