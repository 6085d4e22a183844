package dev.sojourn.examples.faults;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** All services of the corpus: each has a file of what is expected, beside its class. */
final class Corpus {
  private static final String SUFFIX = ".properties";

  private Corpus() {}

  /** Ordered by name. */
  static List<Case> all() throws IOException {
    URL here = Corpus.class.getResource(Corpus.class.getSimpleName() + ".class");
    try {
      URI uri = here.toURI();
      if (!uri.getScheme().equals("jar")) {
        return inFolders(uri);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return in(jar.getPath("/" + Corpus.class.getPackageName().replace('.', '/')));
      }
    } catch (URISyntaxException e) {
      throw new IOException("cannot look beside " + here, e);
    }
  }

  /** While being built, expectations lie in the same folder as the classes. */
  private static List<Case> inFolders(URI classFile) throws IOException {
    return in(Path.of(classFile).getParent());
  }

  private static List<Case> in(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        cases.add(
            new Case(
                name.substring(0, name.length() - SUFFIX.length()),
                Expectation.of(properties(file))));
      }
    }
    return cases;
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
