package dev.sojourn.agent.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Something that a JVM may run with, and what that takes on its command line. */
enum Subject {
  /** The floor. */
  NONE("no agent"),
  /** JFR with its own default settings. */
  JFR("JFR alone"),
  SOJOURN("Sojourn"),
  /** Every run timed, however short: for a figure of what timing costs. */
  SOJOURN_EVERY_RUN("Sojourn, stride=1"),
  OPEN_TELEMETRY("OpenTelemetry 2.20.1"),
  ELASTIC("Elastic APM 1.55.1"),
  DATADOG("Datadog 1.54.0"),
  ASYNC_PROFILER_LOCK("async-profiler 4.1, lock"),
  JFR_METHOD_TIMING("JFR method timing"),
  JFR_METHOD_TRACE("JFR method trace");

  private static final String WORK = "dev.sojourn.agent.benchmark.Work";
  private static final int FIRST_WITH_METHOD_EVENTS = 25;

  private final String title;

  Subject(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static Subject named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  boolean runsOn(int feature) {
    return switch (this) {
      case JFR_METHOD_TIMING, JFR_METHOD_TRACE -> feature >= FIRST_WITH_METHOD_EVENTS;
      default -> true;
    };
  }

  /** Arguments of a JVM; exporters are off. */
  List<String> arguments(Path agent, Path peers, Path scratch) {
    String recording = scratch.resolve(name() + ".jfr").toString();
    return switch (this) {
      case NONE -> List.of();
      case JFR -> List.of("-XX:StartFlightRecording:filename=" + recording);
      case SOJOURN -> List.of(sojourn(agent, recording, ""));
      case SOJOURN_EVERY_RUN -> List.of(sojourn(agent, recording, ",stride=1,cost=100"));
      case OPEN_TELEMETRY ->
          List.of(
              "-javaagent:" + peers.resolve("opentelemetry-javaagent.jar"),
              "-Dotel.traces.exporter=none",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none",
              "-Dotel.instrumentation.methods.include=" + WORK + "[run]");
      case ELASTIC ->
          List.of(
              "-javaagent:" + peers.resolve("elastic-apm-agent.jar"),
              "-Delastic.apm.disable_send=true",
              "-Delastic.apm.central_config=false",
              "-Delastic.apm.cloud_provider=NONE",
              "-Delastic.apm.log_level=OFF",
              "-Delastic.apm.trace_methods=" + WORK + "#run");
      case DATADOG ->
          List.of(
              "-javaagent:" + peers.resolve("dd-java-agent.jar"),
              "-Ddd.trace.agent.port=1",
              "-Ddd.instrumentation.telemetry.enabled=false",
              "-Ddd.remote_config.enabled=false",
              "-Ddatadog.slf4j.simpleLogger.defaultLogLevel=off",
              "-Ddd.trace.methods=" + WORK + "[run]");
      case ASYNC_PROFILER_LOCK ->
          List.of(
              "-agentpath:"
                  + AsyncProfiler.library(peers.resolve("async-profiler.jar"), scratch)
                  + "=start,event=lock,lock=0,jfr,file="
                  + recording);
      case JFR_METHOD_TIMING -> List.of(methodEvent("jdk.MethodTiming", recording));
      case JFR_METHOD_TRACE -> List.of(methodEvent("jdk.MethodTrace", recording));
    };
  }

  private static String sojourn(Path agent, String recording, String more) {
    return "-javaagent:" + agent + "=out=" + recording + ",jobs=" + WORK + "#run" + more;
  }

  private static String methodEvent(String event, String recording) {
    // Without the plus an event that the settings do not name is passed over in silence.
    String filter = "+" + event + "#enabled=true,+" + event + "#filter=" + WORK + "::run";
    return "-XX:StartFlightRecording:settings=none," + filter + ",filename=" + recording;
  }
}
