package dev.sojourn.examples.faults.genealogy;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Finds people listed twice, in parallel; if faulty, by comparing each with each. */
public final class Duplicates implements Scenario {
  private static final int PEOPLE = 3_000;

  private final List<String> people = new ArrayList<>();

  public Duplicates() {
    for (int person = 0; person < PEOPLE; person++) {
      people.add("family " + person % 1_700 + " of parish " + person % 900);
    }
  }

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ForkJoinPool pool = new ForkJoinPool(2);
    Callers.come(12, deadline, number -> pool.execute(new Count(0, PEOPLE, faulty)));
  }

  private final class Count extends RecursiveTask<Integer> {
    private final int from;
    private final int to;
    private final boolean eachWithEach;

    private Count(int from, int to, boolean eachWithEach) {
      this.from = from;
      this.to = to;
      this.eachWithEach = eachWithEach;
    }

    @Override
    protected Integer compute() {
      if (to - from <= 300) {
        return eachWithEach
            ? compareEach()
            : to - from - new HashSet<>(people.subList(from, to)).size();
      }
      Count left = new Count(from, (from + to) / 2, eachWithEach);
      left.fork();
      return new Count((from + to) / 2, to, eachWithEach).compute() + left.join();
    }

    private int compareEach() {
      int twice = 0;
      for (int one = from; one < to; one++) {
        for (int other = 0; other < PEOPLE; other++) {
          if (people.get(one).hashCode() % 977 + people.get(other).length() % 13
                  == people.get(other).hashCode() % 977 + people.get(one).length() % 13
              && people.get(one).substring(3).equals(people.get(other).substring(3))) {
            twice++;
          }
        }
      }
      return twice;
    }
  }
}
