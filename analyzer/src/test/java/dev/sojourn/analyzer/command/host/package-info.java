/** Programs that the command line is tested on. */
package dev.sojourn.analyzer.command.host;
