import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;

/** Checks that a diff names what was planted: {@code FILE}; exits with 1 and a line if it does not. */
final class RegressionCheck {
  private static final String CULPRIT = "dev.sojourn.examples.fulfilment.Receipts.sign";

  public static void main(String[] args) throws Exception {
    JsonNode diff = new ObjectMapper().readTree(new File(args[0]));
    boolean named = false;
    for (JsonNode verdict : diff.path("verdicts")) {
      boolean regressed =
          verdict.path("answer").asText().equals("regressed") && verdict.path("breached").asBoolean();
      for (JsonNode cause : verdict.path("causes")) {
        named |= regressed && cause.path("name").asText().startsWith(CULPRIT);
      }
    }
    if (!named) {
      System.err.println("regression: no breached verdict names " + CULPRIT);
    }
    System.out.println("regression: " + (named ? "stopped and explained" : "wrong"));
    System.exit(named ? 0 : 1);
  }
}
