/**
 * Mathematics: arrays in, values out. Knows nothing of recordings or jobs.
 *
 * <p>All functions are pure and leave their arguments as they are. Each cites where its formula
 * comes from.
 */
package dev.sojourn.analyzer.statistics;
