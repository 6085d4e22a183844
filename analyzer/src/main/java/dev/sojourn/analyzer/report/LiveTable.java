package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.LiveJob;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What the jobs of a running JVM did in some seconds.
 *
 * @param jvm its process and main class, in words
 * @param end of the seconds
 * @param seconds how many
 * @param jobs by name
 */
public record LiveTable(String jvm, Instant end, long seconds, SortedMap<String, LiveJob> jobs) {}
