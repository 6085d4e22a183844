/**
 * The agent's inner part, in a loader of its own: options, what is instrumented and how (one file
 * per type), installation and removal, and the recording. It sees the probes on the boot loader;
 * nothing sees it.
 */
package dev.sojourn.agent.core;
