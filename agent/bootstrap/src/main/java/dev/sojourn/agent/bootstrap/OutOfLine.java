package dev.sojourn.agent.bootstrap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that the JIT compiler is to call and never to inline: what a probe seldom does must not
 * grow into the host's methods. In the agent's jar it stands as the JDK's own annotation, which
 * HotSpot follows in classes of the boot loader.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OutOfLine {}
