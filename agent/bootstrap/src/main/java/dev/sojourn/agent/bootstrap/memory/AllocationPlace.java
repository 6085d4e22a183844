package dev.sojourn.agent.bootstrap.memory;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where memory was asked for: the innermost frame outside the JDK; where all are the JDK's, the
 * innermost that is not about buffers.
 *
 * @param method class and method, such as {@code com.acme.Frames.decode}; empty where it is not
 *     known
 * @param line its line; -1 where it is not known
 */
record AllocationPlace(String method, int line) {
  static final AllocationPlace UNKNOWN = new AllocationPlace("", -1);

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Search SEARCH = new Search();
  private static final int MOST_FRAMES = 64;
  private static final String[] MECHANISMS = {
    "dev.sojourn.agent.", "jdk.internal.", "java.nio.", "sun.nio.ch."
  };

  static AllocationPlace ofCurrentThread() {
    return WALKER.walk(SEARCH);
  }

  /** A class of its own, since a lambda would be linked on a thread of the host. */
  private static final class Search
      implements Function<Stream<StackWalker.StackFrame>, AllocationPlace> {
    @Override
    public AllocationPlace apply(Stream<StackWalker.StackFrame> frames) {
      StackWalker.StackFrame ofJdk = null;
      var all = frames.limit(MOST_FRAMES).iterator();
      while (all.hasNext()) {
        StackWalker.StackFrame frame = all.next();
        if (!isPlatform(frame.getDeclaringClass())) {
          return of(frame);
        }
        ofJdk = ofJdk == null && !isMechanism(frame.getClassName()) ? frame : ofJdk;
      }
      return ofJdk == null ? UNKNOWN : of(ofJdk);
    }

    private static AllocationPlace of(StackWalker.StackFrame frame) {
      String method = frame.getClassName().concat(".").concat(frame.getMethodName());
      return new AllocationPlace(method, Math.max(-1, frame.getLineNumber()));
    }

    private static boolean isPlatform(Class<?> type) {
      ClassLoader loader = type.getClassLoader();
      return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private static boolean isMechanism(String className) {
      for (String begin : MECHANISMS) {
        if (className.startsWith(begin)) {
          return true;
        }
      }
      return false;
    }
  }
}
