package org.lede.app;

import java.nio.file.Path;
import org.lede.index.ArticleIndex;
import picocli.CommandLine.Option;

/** What all commands have in common that read an index. */
final class IndexToRead {
  @Option(
      names = "--in",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the index.")
  Path folder;

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  boolean json;

  ArticleIndex open() {
    return ArticleIndex.openReadOnly(folder);
  }
}
