package org.lede;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** A table of facts that comes with the library: a file in UTF-8 with tabs between its cells. */
final class Table {
  private Table() {}

  /**
   * Reads a table.
   *
   * @param file its name, beside this class
   * @return the cells of each row; blank lines and those that begin with {@code #} are not rows
   */
  static List<List<String>> rows(String file) {
    try (var stream = requireNonNull(Table.class.getResourceAsStream(file), file);
        var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + file, e);
    }
  }
}
