/**
 * What happened, as values: one record for each kind of JFR event that a summary asks for.
 *
 * <p>Instants are nanoseconds since the Unix epoch, durations nanoseconds. Events are immutable and
 * refer to nothing of the chunk that they came from: threads and stack traces are resolved.
 */
package dev.sojourn.analyzer.event;
