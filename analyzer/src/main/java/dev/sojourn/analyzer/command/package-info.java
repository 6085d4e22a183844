/**
 * The command line: the only place that prints, reads standard input, or ends the process.
 *
 * <p>Results go to standard output, messages to standard error. A new command is one class, named
 * in the list of {@link dev.sojourn.analyzer.command.Sojourn}.
 */
package dev.sojourn.analyzer.command;
