package dev.sojourn.analyzer.recording;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param name what to call it before people: where it is a copy, the original's name
 */
record InputFile(Path path, String name) {}
