package dev.sojourn.analyzer.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Summaries as files: gzipped JSON that begins with its format. A part that a file does not have is
 * empty.
 */
public final class SummaryFile {
  /** The format that is written, and the only one that is read. */
  public static final String FORMAT = "sojourn-summary/4";

  private static final ObjectMapper MAPPER = SummaryMapper.create();

  private SummaryFile() {}

  /**
   * Writes a summary, settled; closes nothing.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Summary summary, OutputStream out) throws IOException {
    SiteNumbers sites = new SiteNumbers();
    Map<String, String> parts = parts(summary.settled(), sites);
    GZIPOutputStream zipped = new SmallestGzip(out);
    try (JsonGenerator json =
        MAPPER.createGenerator(zipped).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      sites.write(json);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        json.writeFieldName(part.getKey());
        json.writeRawValue(part.getValue());
      }
      json.writeEndObject();
    }
    zipped.finish();
  }

  /** The JSON of each, which tells what sites there are. */
  private static Map<String, String> parts(Summary summary, SiteNumbers sites) throws IOException {
    ObjectWriter writer = MAPPER.writer().withAttribute(SiteNumbers.class, sites);
    Map<String, String> parts = new LinkedHashMap<>();
    for (RecordComponent part : parts()) {
      Object value = value(part, summary);
      if (!value.equals(value(part, Summary.empty()))) {
        parts.put(part.getName(), writer.writeValueAsString(value));
      }
    }
    return parts;
  }

  /** A file is written once and kept. */
  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  /**
   * Reads a summary.
   *
   * @throws SummaryFormatException if it is none, is cut, or is of another format
   * @throws IOException if the stream fails
   */
  public static Summary read(InputStream in) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(new GZIPInputStream(in).readAllBytes());
      String format = json.path("format").asText("none");
      if (!format.equals(FORMAT)) {
        throw new SummaryFormatException("format is " + format + ", not " + FORMAT, null);
      }
      ObjectReader reader =
          MAPPER.reader().withAttribute(SiteNumbers.class, SiteNumbers.read(json));
      List<Part<?>> parts = new ArrayList<>();
      for (RecordComponent part : parts()) {
        if (json.has(part.getName())) {
          parts.add((Part<?>) reader.treeToValue(json.get(part.getName()), part.getType()));
        }
      }
      return Summary.of(parts.toArray(Part<?>[]::new));
    } catch (ZipException | EOFException | JsonProcessingException e) {
      throw new SummaryFormatException("not a whole summary: " + firstLine(e), e);
    }
  }

  private static List<RecordComponent> parts() {
    return Arrays.stream(Summary.class.getRecordComponents())
        .filter(part -> part.getType() != OpenEnds.class)
        .toList();
  }

  private static Object value(RecordComponent part, Summary summary) {
    try {
      return part.getAccessor().invoke(summary);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the accessor of a record failed", e);
    }
  }

  private static String firstLine(Exception e) {
    return e.getMessage() == null
        ? "it ends too soon"
        : e.getMessage().lines().findFirst().orElse("");
  }
}
