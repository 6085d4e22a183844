package dev.sojourn.agent.core;

import java.util.List;
import java.util.Set;

/** One instrumented type of the JDK (or a few alike): its names, and what is woven into it. */
interface TypeInstrumentation {
  /** Binary names of the types. Those that this JDK lacks are passed over. */
  Set<String> typeNames();

  /** What is woven into each of them. */
  List<MethodWeave> weaves();
}
