package dev.sojourn.analyzer.recording;

/** A value that stands in the constant pool of a type. */
record Reference(Type type, long id) {}
