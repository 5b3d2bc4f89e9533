package org.lede;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and prints what it says. */
class ReadmeTest {
  @TempDir Path folder;

  @Test
  void itsExamplePrintsWhatItSays() throws Exception {
    List<String> snippets = blocks("java");
    compile("Example", snippets.getFirst());

    assertThat(output("Example")).isEqualTo(blocks("text").getFirst());
  }

  @Test
  void itsOtherSnippetsCompile() throws IOException {
    List<String> snippets = blocks("java");
    assertThat(snippets).hasSizeGreaterThan(2);
    for (int i = 1; i < snippets.size(); i++) {
      compile("Snippet" + i, around(snippets.get(i), "Snippet" + i));
    }
  }

  /** Puts a snippet into a class, with what it takes as given. */
  private static String around(String snippet, String name) {
    String index = snippet.contains("ArticleIndex index") ? "given" : "index";
    return """
    import static org.lede.Facet.*;

    import java.nio.file.Path;
    import java.time.Duration;
    import java.time.LocalDate;
    import java.time.ZoneId;
    import java.util.concurrent.atomic.AtomicBoolean;
    import org.lede.*;
    import org.lede.index.*;
    import org.lede.ingest.*;
    import org.lede.query.*;
    import org.lede.query.Query.Published;
    import org.lede.search.*;

    class %s {
      void run(ArticleIndex %s) throws Exception {
        %s
      }
    }
    """
        .formatted(name, index, snippet);
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private void compile(String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    StringWriter messages = new StringWriter();
    PrintWriter printer = new PrintWriter(messages);
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                printer,
                printer,
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertThat(exit).as("%s%n%s", messages, source).isZero();
  }

  private String output(String name) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
