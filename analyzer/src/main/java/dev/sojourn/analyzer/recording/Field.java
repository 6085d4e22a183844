package dev.sojourn.analyzer.recording;

/**
 * A field as the recording's metadata describe it.
 *
 * @param constant whether its value is an id in a constant pool
 * @param array whether it is an array
 */
record Field(String name, long typeId, boolean constant, boolean array, Unit unit) {}
