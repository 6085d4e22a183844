import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Checks the demo's report: {@code planted FILE} or {@code calm FILE}; exits with 1 and a line for each complaint. */
final class DemoCheck {
  private static final List<String> complaints = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    JsonNode report = new ObjectMapper().readTree(new File(args[1]));
    check(report.path("schema").asText().equals("sojourn-report/1"), "the schema is not sojourn-report/1");
    check(report.path("recordings").path(0).path("complete").asBoolean(), "the recording is not complete");
    check(report.path("jobs").size() > 0, "there are no jobs");
    if (args[0].equals("planted")) {
      planted(report.path("findings").path(0));
    } else {
      report.path("findings").forEach(DemoCheck::calm);
    }
    complaints.forEach(complaint -> System.err.println("demo, " + args[0] + ": " + complaint));
    System.out.println("demo, " + args[0] + ": " + (complaints.isEmpty() ? "as expected" : "wrong"));
    System.exit(complaints.isEmpty() ? 0 : 1);
  }

  private static void planted(JsonNode first) {
    check(first.path("kind").asText().equals("lock-contention"), "the first finding is " + first.path("kind"));
    JsonNode culprit = first.path("culprit");
    check(culprit.path("lock").asText().endsWith("Stock#lock"), "its lock is " + culprit.path("lock"));
    check(culprit.path("method").asText().endsWith("Stock.inspect"), "its holder is " + culprit.path("method"));
    check(culprit.path("line").asInt() > 0, "its holder has no line");
    check(first.path("jobs").toString().contains("PlaceOrder"), "its victims are " + first.path("jobs"));
    check(first.path("impact").path("share").asDouble() > 0, "it has no impact");
  }

  private static void calm(JsonNode finding) {
    check(finding.path("severity").asText().equals("info"), finding.path("severity") + ": " + finding.path("title"));
  }

  private static void check(boolean fine, String complaint) {
    if (!fine) {
      complaints.add(complaint);
    }
  }
}
