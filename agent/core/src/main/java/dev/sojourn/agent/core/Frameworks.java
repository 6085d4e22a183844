package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.argument;
import static dev.sojourn.agent.core.Operand.constant;

import dev.sojourn.agent.bootstrap.job.FrameworkProbe;
import dev.sojourn.agent.bootstrap.job.MethodProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The entry points of frameworks, from their table. */
final class Frameworks {
  private static final String TABLE = "/sojourn/core/frameworks.txt";

  private Frameworks() {}

  static List<TypeInstrumentation> all() {
    List<TypeInstrumentation> all = new ArrayList<>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Frameworks.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          all.add(entry(all.size(), line.split("\\|", -1)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return all;
  }

  private static TypeInstrumentation entry(int number, String[] cells) {
    FrameworkProbe.define(number, cells[3].trim(), cells[4].trim(), cells[5].trim());
    MethodWeave method = MethodWeave.named(cells[1].trim());
    String call = cells[2].trim();
    MethodWeave weave;
    if (call.isEmpty()) {
      weave = method.entering(FrameworkProbe.class, "started", constant(number), THIS, argument(0));
    } else {
      int hash = call.indexOf('#');
      int parenthesis = call.indexOf('(');
      weave =
          method
              .aroundCall(
                  call.substring(0, hash).replace('.', '/'),
                  call.substring(hash + 1, parenthesis),
                  call.substring(parenthesis))
              .entering(
                  FrameworkProbe.class, "started", constant(number), argument(0), argument(1));
    }
    return new Entry(
        Set.of(cells[0].trim()),
        List.of(weave.leaving(MethodProbe.class, "ended", ENTERED, THROWN)));
  }

  private record Entry(Set<String> typeNames, List<MethodWeave> weaves)
      implements TypeInstrumentation {}
}
