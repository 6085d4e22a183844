package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * One contended lock.
 *
 * @param lock what a person calls it: its name, or its class where it has none
 * @param name class and field, or site; empty where it is not known
 * @param className its class
 * @param mode such as {@code exclusive}
 * @param acquires blocked acquires
 * @param blockedNanos their blocked time
 * @param maxBlockedNanos the longest of them
 * @param holders the blocked time split over who held it, the largest part first
 */
public record LockEntry(
    String lock,
    String name,
    String className,
    String mode,
    long acquires,
    long blockedNanos,
    long maxBlockedNanos,
    List<HolderEntry> holders) {

  public LockEntry {
    holders = List.copyOf(holders);
  }
}
