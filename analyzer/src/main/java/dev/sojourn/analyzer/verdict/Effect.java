package dev.sojourn.analyzer.verdict;

/**
 * How far the candidate lies from the baseline.
 *
 * @param baseline geometric mean over the baseline's runs, in the metric's unit
 * @param candidate the same of the candidate
 * @param changeRatio candidate over baseline, less one: 0.05 is five percent more
 * @param lowRatio lower end of its 95 % interval; -1 where nothing is known
 * @param highRatio upper end; positive infinity where nothing is known
 * @param pValue of the hypothesis that it is not worse than tolerated; 1 where it cannot be tested
 * @param detectableRatio the smallest worsening that these runs would show in four cases of five,
 *     as a part of the baseline (of throughput, what is lost); infinite where none would be shown
 */
public record Effect(
    double baseline,
    double candidate,
    double changeRatio,
    double lowRatio,
    double highRatio,
    double pValue,
    double detectableRatio) {}
