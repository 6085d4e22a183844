/**
 * From runs to verdicts: reads numbers per run, and compares two sets of runs metric by metric. The
 * run is the unit of repetition throughout.
 */
package dev.sojourn.analyzer.compare;
