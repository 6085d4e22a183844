/**
 * The report: what is told of an analysis, in text, JSON and HTML.
 *
 * <p>{@link dev.sojourn.analyzer.report.Report} holds the figures as values; each renderer turns it
 * into one format. Prose stands here only. Nothing depends on the locale, and the zone is given.
 */
package dev.sojourn.analyzer.report;
