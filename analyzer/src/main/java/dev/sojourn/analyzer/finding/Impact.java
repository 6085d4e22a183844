package dev.sojourn.analyzer.finding;

/**
 * What it does to the victims.
 *
 * @param metric what is harmed
 * @param from its value without the cause, or before it, in the metric's unit
 * @param to its value as it was measured, or after
 * @param share of the victims' sojourn time that the cause takes, from 0 to 1; 0 where the harm is
 *     not one of time
 */
public record Impact(Metric metric, double from, double to, double share) {}
