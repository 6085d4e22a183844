package dev.sojourn.agent.bootstrap;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the host did something: the innermost frame outside the JDK that makes no exception; where
 * all are the JDK's, the innermost that is not about buffers.
 *
 * @param method class and method, such as {@code com.acme.Frames.decode}; empty where it is not
 *     known
 * @param line its line; -1 where it is not known
 */
public record HostPlace(String method, int line) {
  /** Nowhere. */
  public static final HostPlace UNKNOWN = new HostPlace("", -1);

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Search SEARCH = new Search();
  private static final int MOST_FRAMES = 64;
  private static final String[] MECHANISMS = {
    "dev.sojourn.agent.", "jdk.internal.", "java.nio.", "sun.nio.ch."
  };

  /** Where the current thread is. */
  public static HostPlace ofCurrentThread() {
    return WALKER.walk(SEARCH);
  }

  /** A class of its own, since a lambda would be linked on a thread of the host. */
  private static final class Search implements Function<Stream<StackWalker.StackFrame>, HostPlace> {
    @Override
    public HostPlace apply(Stream<StackWalker.StackFrame> frames) {
      StackWalker.StackFrame ofJdk = null;
      var all = frames.limit(MOST_FRAMES).iterator();
      while (all.hasNext()) {
        StackWalker.StackFrame frame = all.next();
        if (Throwable.class.isAssignableFrom(frame.getDeclaringClass())) {
          continue;
        }
        if (!isPlatform(frame.getDeclaringClass())) {
          return of(frame);
        }
        ofJdk = ofJdk == null && !isMechanism(frame.getClassName()) ? frame : ofJdk;
      }
      return ofJdk == null ? UNKNOWN : of(ofJdk);
    }

    private static HostPlace of(StackWalker.StackFrame frame) {
      String method = frame.getClassName().concat(".").concat(frame.getMethodName());
      return new HostPlace(method, Math.max(-1, frame.getLineNumber()));
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
