/**
 * What is compared and what came of it, as immutable values: a number per run and metric, the
 * gate's rules, and a verdict for each metric.
 */
package dev.sojourn.analyzer.verdict;
