package org.lede.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Loads a peer with the versions of the libraries that it was made for, in the same JVM as the
 * suite, which has others: two versions of Lucene cannot be on one class path.
 *
 * <p>The libraries are the jars in the folder {@code peers/NAME} beside the suite, where the Maven
 * profile of the peer puts them. They see nothing of the suite's class path. The package {@code
 * org.lede.benchmarks.NAME}, which is the suite's own code for the peer, is loaded with them; all
 * other classes of Lede and the suite are those of the suite, so that the two can talk.
 */
final class PeerLoader extends URLClassLoader {
  /** One for each peer, so that its classes are loaded once. */
  private static final Map<String, PeerLoader> LOADERS = new ConcurrentHashMap<>();

  private static final ClassLoader SUITE = PeerLoader.class.getClassLoader();

  static {
    registerAsParallelCapable();
  }

  private final String own;

  private PeerLoader(String name, URL[] jars) {
    super("peer " + name, jars, ClassLoader.getPlatformClassLoader());
    own = PeerLoader.class.getPackageName() + "." + name + ".";
  }

  /** What to do with a peer. */
  interface Work<T> {
    /** Does it. */
    T with(Peer peer) throws IOException;
  }

  /**
   * Loads a peer and does something with it. Meanwhile the libraries of the peer are those that
   * this thread finds, as some of them look there.
   *
   * @param name the name of the peer
   * @param type the class of the suite that implements it, in its package
   * @throws IllegalStateException if its libraries are not there
   */
  static <T> T with(String name, String type, Work<T> work) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    PeerLoader loader = LOADERS.computeIfAbsent(name, PeerLoader::of);
    thread.setContextClassLoader(loader);
    try {
      return work.with(loader.peer(type));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static PeerLoader of(String name) {
    Path folder = beside().resolve("peers").resolve(name);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "the libraries of %s are not in %s; build with -Pwith-%s".formatted(name, folder, name));
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return new PeerLoader(name, jars.map(PeerLoader::url).toArray(URL[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + folder, e);
    }
  }

  /** Returns the folder in which the suite lies, as a jar or as a folder of classes. */
  private static Path beside() {
    try {
      URI suite = PeerLoader.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(suite).resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the suite lies in no folder", e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException("not a file: " + jar, e);
    }
  }

  private Peer peer(String type) {
    try {
      return (Peer) loadClass(own + type).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("could not load " + own + type, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(own)) {
      return ownClass(name);
    }
    return name.startsWith("org.lede.") ? SUITE.loadClass(name) : super.findClass(name);
  }

  private Class<?> ownClass(String name) throws ClassNotFoundException {
    try (InputStream file = SUITE.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
