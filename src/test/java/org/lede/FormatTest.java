package org.lede;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source file is as google-java-format writes it; {@code -Dformat=fix} rewrites the others.
 */
class FormatTest {
  static List<Path> sources() throws IOException {
    try (Stream<Path> library = Files.walk(Path.of("src"));
        Stream<Path> benchmarks = Files.walk(Path.of("benchmarks/src"))) {
      return Stream.concat(library, benchmarks)
          .filter(file -> file.toString().endsWith(".java"))
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void isFormatted(Path source) throws Exception {
    String text = Files.readString(source);
    String formatted = new Formatter().formatSourceAndFixImports(text);
    if ("fix".equals(System.getProperty("format"))) {
      Files.writeString(source, formatted);
    } else {
      assertThat(text).as("%s (to fix: mvn test -Dformat=fix)", source).isEqualTo(formatted);
    }
  }
}
