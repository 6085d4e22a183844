/**
 * What recordings amount to, as values that add up: {@link
 * dev.sojourn.analyzer.summary.Summary#plus}.
 *
 * <p>Times are {@code long} nanoseconds, instants nanoseconds since the Unix epoch. All types are
 * immutable; maps are sorted by their keys and unmodifiable.
 */
package dev.sojourn.analyzer.summary;
