package dev.sojourn.agent.core;

import java.util.Set;
import net.bytebuddy.asm.AsmVisitorWrapper;

/** One instrumented type of the JDK (or a few alike): its names, and what is woven into it. */
interface TypeInstrumentation {
  /** Binary names of the types. Those that this JDK lacks are passed over. */
  Set<String> typeNames();

  /** What is woven into each of them: advice on methods, mostly. */
  AsmVisitorWrapper visitor();
}
