package dev.sojourn.analyzer.compare;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Why a text is not JSON, in a line. */
final class JsonFault {
  private JsonFault() {}

  static String words(JsonProcessingException failure) {
    String message = failure.getOriginalMessage().lines().findFirst().orElse("");
    // What follows in brackets is about the parser: its features, and where it reads from.
    String what = message.replaceFirst(" ?\\((?:start marker|not recognized|through ).*", "");
    JsonLocation location = failure.getLocation();
    return (location == null ? "" : "line " + location.getLineNr() + ": ") + "not JSON: " + what;
  }
}
