/**
 * From files to events. The one package that knows how JFR lays out a recording.
 *
 * <p>A file is a row of chunks; each describes itself: its header leads to the metadata (the types
 * of its events, field by field) and to the checkpoints (its constants: threads, classes, methods,
 * stack traces). Nothing outlives its chunk, so chunks are read independently.
 */
package dev.sojourn.analyzer.recording;
