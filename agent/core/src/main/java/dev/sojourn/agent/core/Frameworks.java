package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.argument;
import static dev.sojourn.agent.core.Operand.constant;

import dev.sojourn.agent.bootstrap.job.FrameworkProbe;
import dev.sojourn.agent.bootstrap.job.LibraryWrappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The entry points of frameworks, from their table. */
final class Frameworks {
  private Frameworks() {}

  static List<TypeInstrumentation> all() {
    LibraryWrappers.define(FrameworkTable.wrappers());
    List<TypeInstrumentation> all = new ArrayList<>();
    for (FrameworkTable.Row row : FrameworkTable.rows()) {
      all.add(new EntryPoint(all.size(), row));
    }
    return all;
  }

  /** An entry point: the body of a method, or the calls of another inside it. */
  private record EntryPoint(int number, FrameworkTable.Row row) implements TypeInstrumentation {
    @Override
    public Set<String> typeNames() {
      return Set.of(row.type());
    }

    @Override
    public List<MethodWeave> weaves() {
      FrameworkProbe.define(number, row.cells());
      Glob name = new Glob(row.method());
      MethodWeave method = MethodWeave.matching(candidate -> name.matches(candidate.name()));
      MethodWeave weave = row.cells().containsKey("around") ? call(method) : body(method);
      return List.of(weave.leaving(FrameworkProbe.class, "ended", ENTERED, THROWN));
    }

    private MethodWeave body(MethodWeave method) {
      return method.entering(
          FrameworkProbe.class, "started", constant(number), THIS, argument(0), argument(1));
    }

    private MethodWeave call(MethodWeave method) {
      String around = row.cells().get("around");
      int hash = around.indexOf('#');
      return method
          .aroundCall(new Glob(around.substring(0, hash)), around.substring(hash + 1), null)
          .entering(
              FrameworkProbe.class,
              "started",
              constant(number),
              argument(0),
              argument(1),
              argument(2));
    }
  }
}
