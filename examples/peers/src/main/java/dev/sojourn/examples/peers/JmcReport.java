package dev.sojourn.examples.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/**
 * The automated analysis of JDK Mission Control, behind the command line that the corpus expects of
 * an analyzer: {@code report RECORDING --json FILE}.
 *
 * <p>Generous where the two cannot be compared: whatever stands anywhere in the text of a result
 * counts as its culprit and as its victims.
 */
public final class JmcReport {
  private static final List<String> CULPRIT_FIELDS =
      List.of("method", "lock", "thread", "endpoint", "path", "executor", "className");

  private static final Properties KINDS = kinds();

  private JmcReport() {}

  /** One result as a finding, with the score by which it is ranked. */
  private record Ranked(double score, Map<String, Object> finding) {}

  /** Writes the report of one recording. */
  public static void main(String[] args)
      throws IOException, CouldNotLoadRecordingException, ExecutionException, InterruptedException {
    if (args.length != 4 || !args[0].equals("report") || !args[2].equals("--json")) {
      System.err.println("usage: report RECORDING --json FILE");
      System.exit(2);
    }
    IItemCollection events = JfrLoaderToolkit.loadEvents(new File(args[1]));
    Map<String, Object> report = Map.of("findings", findings(events), "cannotTell", List.of());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(new File(args[3]), report);
  }

  private static List<Map<String, Object>> findings(IItemCollection events)
      throws ExecutionException, InterruptedException {
    List<IRule> rules =
        RuleRegistry.getRules().stream().filter(rule -> !kind(rule).isEmpty()).toList();
    List<Ranked> ranked = new ArrayList<>();
    for (Future<IResult> result : RulesToolkit.evaluateParallel(rules, events, null, 1).values()) {
      ranked.add(ranked(result.get()));
    }
    return ranked.stream()
        .sorted((one, other) -> Double.compare(other.score(), one.score()))
        .map(Ranked::finding)
        .toList();
  }

  private static Ranked ranked(IResult result) {
    String text =
        Stream.of(result.getSummary(), result.getExplanation(), result.getSolution())
            .filter(part -> part != null)
            .map(part -> ResultToolkit.populateMessage(result, part, false))
            .collect(Collectors.joining(" "));
    var score = result.getResult(TypedResult.SCORE);
    Map<String, Object> finding =
        Map.of(
            "kind", kind(result.getRule()),
            "severity", result.getSeverity().name().equals("WARNING") ? "warning" : "info",
            "title", text,
            "jobs", List.of(text),
            "culprit",
                CULPRIT_FIELDS.stream().collect(Collectors.toMap(field -> field, field -> text)));
    return new Ranked(score == null ? 0 : score.doubleValue(), finding);
  }

  private static String kind(IRule rule) {
    return KINDS.getProperty(rule.getClass().getSimpleName(), "");
  }

  private static Properties kinds() {
    Properties kinds = new Properties();
    try (InputStream in = JmcReport.class.getResourceAsStream("jmc-kinds.properties")) {
      kinds.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kinds;
  }
}
