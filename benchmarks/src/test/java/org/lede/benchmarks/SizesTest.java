package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {
  @TempDir Path folder;

  @Test
  void areThoseOfTheFilesByWhatTheyAreFor() throws IOException {
    for (String name : new String[] {"_0.fdt", "_0.fdx", "_0_Lucene104_0.doc", "_0.dvd", "x"}) {
      Files.write(folder.resolve(name), new byte[10]);
    }

    assertThat(Sizes.onDisk(folder))
        .hasToString(
            "{stored articles=20, words=10, values=10, dates and other points=0, other=10}");
  }

  @Test
  void areOfBothEnginesAndAddUp() throws IOException {
    IndexCache cache = new IndexCache(folder, new Corpus(Corpus.GENERATED, 200), false);

    assertThat(Sizes.table(cache))
        .hasSize(9)
        .first()
        .asString()
        .startsWith("| of 200 articles | lede, MB | lucene, MB |");
    assertThat(Sizes.table(cache).subList(2, 9))
        .allMatch(line -> line.matches("\\| [a-z., ]+( \\| [0-9.]+){4} \\|"));
  }
}
