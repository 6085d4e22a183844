/** Jobs and their runs: probes, exact summaries, and single runs within a budget. */
package dev.sojourn.agent.bootstrap.job;
