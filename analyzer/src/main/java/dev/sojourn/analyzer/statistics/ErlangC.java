package dev.sojourn.analyzer.statistics;

/**
 * How many arrivals find all servers of a queue busy, by Erlang's second formula (1917; see
 * Kleinrock, Queueing Systems I, 1975, eq. 3.40): arrivals by chance, one queue, any order.
 */
public final class ErlangC {
  private ErlangC() {}

  /**
   * The share of arrivals that wait, from 0 to 1.
   *
   * @param servers of the queue; at least 1
   * @param load the mean number of busy servers
   */
  public static double waitingRatio(long servers, double load) {
    if (load >= servers) {
      return 1;
    }
    if (load <= 0) {
      return 0;
    }
    double lost = 1;
    for (long server = 1; server <= servers; server++) {
      lost = load * lost / (server + load * lost);
    }
    return lost / (1 - load / servers * (1 - lost));
  }
}
