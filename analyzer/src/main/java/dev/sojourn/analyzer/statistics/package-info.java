/** Pure mathematics: arrays in, values out. Imports nothing of Sojourn; all methods are pure. */
package dev.sojourn.analyzer.statistics;
