/**
 * From a summary to findings: one class for each kind, and one that puts causes before symptoms.
 *
 * <p>Detectors are stateless. They know general signals only, never a program, its names or its
 * constants; docs/findings.md explains each threshold.
 */
package dev.sojourn.analyzer.detect;
