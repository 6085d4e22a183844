/** Other analyzers, asked the same questions as ours: adapters for the corpus, not shipped. */
package dev.sojourn.examples.peers;
