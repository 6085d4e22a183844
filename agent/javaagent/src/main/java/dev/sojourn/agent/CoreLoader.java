package dev.sojourn.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Loads the agent's inner part from a folder of the agent jar that no other loader looks into. */
final class CoreLoader extends ClassLoader implements AutoCloseable {
  private static final String FOLDER = "sojourn/core/";

  static {
    registerAsParallelCapable();
  }

  private final ZipFile jar;

  /**
   * Opens the agent jar.
   *
   * @param path where it lies; null for where this class came from
   * @throws IOException if it cannot be read
   */
  CoreLoader(String path) throws IOException, URISyntaxException {
    super("sojourn", ClassLoader.getPlatformClassLoader());
    // Through URLs each class would cost a connection.
    jar = new ZipFile(path == null ? ownJar() : new File(path));
  }

  private static File ownJar() throws URISyntaxException {
    return new File(CoreLoader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/').concat(".class"))) {
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
  public InputStream getResourceAsStream(String name) {
    ZipEntry entry = jar.getEntry(entryName(name));
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static String entryName(String name) {
    return name.endsWith(".class")
        ? FOLDER + name.substring(0, name.length() - ".class".length()) + ".classdata"
        : name;
  }

  /** Closes the jar; no class can be loaded from it any more. */
  @Override
  public void close() throws IOException {
    jar.close();
  }
}
