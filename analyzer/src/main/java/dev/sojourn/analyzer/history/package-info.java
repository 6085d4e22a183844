/**
 * Runs over the life of a project: a folder of JSON lines that is only ever appended to, and what
 * its series tell of changes and of noise.
 */
package dev.sojourn.analyzer.history;
