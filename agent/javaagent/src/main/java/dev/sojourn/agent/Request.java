package dev.sojourn.agent;

/**
 * What the agent is asked for, in the one text that a JVM passes on: {@code [from=JAR,][detach |
 * join | part | plan=FILE][,]options}.
 *
 * @param verb what is to be done
 * @param jar the agent's jar as whoever asks knows it; null for the one that this class came from,
 *     which may have been deleted since
 * @param file where the answer of {@link Verb#PLAN} is to be written; else null
 * @param options the agent's options
 */
record Request(Verb verb, String jar, String file, String options) {
  private static final String FROM = "from=";
  private static final String PLAN = "plan=";

  enum Verb {
    /** Come in and record. */
    ENTER,
    /** Leave, as if it had never been here. */
    LEAVE,
    /** An agent that is here already records to one more file. */
    JOIN,
    /** The file of {@link #JOIN} is to be finished. */
    PART,
    /** Tell what would be instrumented. */
    PLAN
  }

  static Request of(String text) {
    String rest = text == null ? "" : text;
    String jar = null;
    if (rest.startsWith(FROM)) {
      jar = head(rest).substring(FROM.length());
      rest = tail(rest);
    }
    String first = head(rest);
    return switch (first) {
      case "detach" -> new Request(Verb.LEAVE, jar, null, tail(rest));
      case "join" -> new Request(Verb.JOIN, jar, null, tail(rest));
      case "part" -> new Request(Verb.PART, jar, null, tail(rest));
      default ->
          first.startsWith(PLAN)
              ? new Request(Verb.PLAN, jar, first.substring(PLAN.length()), tail(rest))
              : new Request(Verb.ENTER, jar, null, rest);
    };
  }

  private static String head(String text) {
    int comma = text.indexOf(',');
    return comma < 0 ? text : text.substring(0, comma);
  }

  private static String tail(String text) {
    int comma = text.indexOf(',');
    return comma < 0 ? "" : text.substring(comma + 1);
  }
}
