package dev.sojourn.agent.bootstrap.lock;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a lock was acquired: the frame that called the lock and, if that is one of the JDK's (a
 * queue, say), those above it up to the host's first; without a host's, that frame alone.
 */
public final class AcquireSite {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final int MAX_FRAMES = 24;

  private final List<Call> calls;

  private AcquireSite(List<Call> calls) {
    this.calls = List.copyOf(calls);
  }

  /** The calls from the innermost outwards; empty if the stack has none of interest. */
  public List<Call> calls() {
    return calls;
  }

  static AcquireSite ofCurrentThread(String lockClass) {
    return new AcquireSite(WALKER.walk(new Walk(lockClass)));
  }

  /**
   * A call that led to the acquire.
   *
   * @param callee the name of the called method
   * @param method the name of the method that contains the call
   * @param bytecodeIndex the call's index in that method
   * @param line the call's line; negative if unknown
   */
  public record Call(
      WeakReference<Class<?>> declaringClass,
      String className,
      String method,
      String descriptor,
      int bytecodeIndex,
      int line,
      String callee) {}

  /** A class of its own, since a lambda would be linked on a thread of the host. */
  private static final class Walk implements Function<Stream<StackWalker.StackFrame>, List<Call>> {
    private final String lockClass;

    Walk(String lockClass) {
      this.lockClass = lockClass;
    }

    @Override
    public List<Call> apply(Stream<StackWalker.StackFrame> frames) {
      List<Call> calls = new ArrayList<>();
      String callee = null;
      Iterator<StackWalker.StackFrame> all = frames.limit(MAX_FRAMES).iterator();
      while (all.hasNext()) {
        StackWalker.StackFrame frame = all.next();
        if (calls.isEmpty() && isLock(frame.getClassName())) {
          callee = frame.getMethodName();
        } else if (callee != null) {
          calls.add(call(frame, callee));
          callee = frame.getMethodName();
          if (!isPlatform(frame.getDeclaringClass())) {
            return calls;
          }
        }
      }
      return calls.subList(0, Math.min(1, calls.size()));
    }

    private boolean isLock(String className) {
      return className.startsWith("java.util.concurrent.locks.")
          || className.equals(lockClass)
          || className.startsWith(lockClass.concat("$"));
    }

    private static boolean isPlatform(Class<?> type) {
      ClassLoader loader = type.getClassLoader();
      return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private static Call call(StackWalker.StackFrame frame, String callee) {
      return new Call(
          new WeakReference<>(frame.getDeclaringClass()),
          frame.getClassName(),
          frame.getMethodName(),
          frame.getDescriptor(),
          frame.getByteCodeIndex(),
          frame.getLineNumber(),
          callee);
    }
  }
}
