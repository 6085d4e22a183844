/**
 * What an analysis found, as values: no prose, no formatting, nothing of how it was found.
 *
 * <p>All types are immutable. A text component that does not apply is empty, never null.
 */
package dev.sojourn.analyzer.finding;
