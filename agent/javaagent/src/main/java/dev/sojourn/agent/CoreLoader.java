package dev.sojourn.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Loads the agent's inner part from a folder of the agent jar that no other loader looks into. */
final class CoreLoader extends ClassLoader {
  private static final String FOLDER = "sojourn/core/";

  static {
    registerAsParallelCapable();
  }

  CoreLoader() {
    super("sojourn", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = open(name.replace('.', '/').concat(".class"))) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  @Override
  protected URL findResource(String name) {
    return CoreLoader.class.getClassLoader().getResource(entry(name));
  }

  private static InputStream open(String name) {
    return CoreLoader.class.getClassLoader().getResourceAsStream(entry(name));
  }

  private static String entry(String name) {
    return name.endsWith(".class")
        ? FOLDER + name.substring(0, name.length() - ".class".length()) + ".classdata"
        : name;
  }
}
