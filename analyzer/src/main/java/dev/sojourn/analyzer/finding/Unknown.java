package dev.sojourn.analyzer.finding;

/**
 * A kind of which nothing can be told, which is different from fine.
 *
 * @param why what is lacking, in a few words that end no sentence
 */
public record Unknown(Kind kind, String why) {}
