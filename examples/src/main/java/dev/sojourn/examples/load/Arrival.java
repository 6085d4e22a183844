package dev.sojourn.examples.load;

/**
 * One unit of work that the outside world wants done.
 *
 * @param kind what is wanted
 * @param intendedNanos when it is wanted, on the clock of the {@link Pace}
 * @param number counts arrivals of all kinds from 0
 */
public record Arrival<K>(K kind, long intendedNanos, long number) {}
