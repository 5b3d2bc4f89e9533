package org.lede.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lede.Article;

/**
 * Articles in JSON Lines: one JSON object a line, in UTF-8, plain or gzipped.
 *
 * <p>These fields are read; of several names the first that is there counts, and others are passed
 * over:
 *
 * <ul>
 *   <li>{@code id}: a string or a number; required
 *   <li>{@code headline}, {@code title}
 *   <li>{@code lead}, {@code standfirst}, {@code description}
 *   <li>{@code body}, {@code text}, {@code articleBody}; paragraphs apart by a blank line. One of
 *       headline, lead and body is required.
 *   <li>{@code published}, {@code date}, {@code datePublished}: ISO 8601 with or without an offset
 *       (without one it is UTC), or a plain date
 *   <li>{@code source}, {@code publisher}
 *   <li>{@code url}, {@code link}
 *   <li>{@code bylines}, {@code authors}, {@code author}, {@code byline}: a string or a list
 *   <li>{@code language}, {@code lang}, {@code inLanguage}: a tag such as {@code en}
 *   <li>{@code countries}, {@code country}: codes, names or aliases; a value or a list, each a
 *       string or {@code {"value": "IR", "salience": 0.9, "aliases": ["Persia"]}}, in which
 *       salience and aliases may be left out
 *   <li>{@code organisations}, {@code organizations}: in the same form
 *   <li>{@code topics}: paths such as {@code internet/censorship}, in the same form
 *   <li>{@code tags}: for facets of your own, {@code {"facet": "desk", "value": "Night",
 *       "salience": 1, "hierarchical": false}}
 * </ul>
 *
 * <p>Where a text is expected, an object with a {@code name}, as schema.org has for publishers and
 * authors, is read as that name.
 *
 * <p>A line that is no JSON object, lacks what is required, or holds a value over a limit of {@link
 * Article} is left out and listed among the {@linkplain #rejects() rejects}. A country, topic, date
 * or language that cannot be understood is left out of its article, and listed among the
 * {@linkplain #notices() notices}. Blank lines are passed over. Bytes that are no UTF-8 become
 * U+FFFD. A line may have at most {@value #MAX_LINE_BYTES} bytes and JSON {@value
 * ArticleJson#MAX_DEPTH} levels.
 *
 * <p>Can be read once, by one thread.
 */
public final class JsonLines implements Iterable<Article>, AutoCloseable {
  /** The longest line, in bytes. */
  public static final int MAX_LINE_BYTES = 32 << 20;

  /** The most rejects, and the most notices, that are listed; all are counted. */
  public static final int MAX_LISTED = 10_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final LineReader lines;
  private final StringBuilder line = new StringBuilder();
  private final Problems rejects = new Problems();
  private final Problems notices = new Problems();

  /** The line of each article, in the order they were read. */
  private int[] linesRead = new int[64];

  private int articles;
  private boolean started;

  private JsonLines(String name, InputStream input) throws IOException {
    this.name = name;
    lines = new LineReader(input, MAX_LINE_BYTES);
  }

  /**
   * Opens a file.
   *
   * @param file the file, plain or gzipped
   * @return its articles; must be closed
   * @throws IOException if it cannot be read
   */
  public static JsonLines open(Path file) throws IOException {
    InputStream input = Files.newInputStream(file);
    try {
      return new JsonLines(file.toString(), input);
    } catch (IOException e) {
      input.close();
      throw e;
    }
  }

  /**
   * Reads a stream.
   *
   * @param name what to call it in problems
   * @param input the stream, plain or gzipped; closed with this
   * @return its articles; must be closed
   * @throws IOException if it cannot be read
   */
  public static JsonLines of(String name, InputStream input) throws IOException {
    return new JsonLines(name, input);
  }

  /**
   * Returns the articles, which are read as they are asked for.
   *
   * @return the articles; {@code hasNext} throws {@link UncheckedIOException} if reading fails
   * @throws IllegalStateException if they were asked for before
   */
  @Override
  public Iterator<Article> iterator() {
    if (started) {
      throw new IllegalStateException(name + " can be read once; open it again");
    }
    started = true;
    return new Articles();
  }

  private final class Articles implements Iterator<Article> {
    private @Nullable Article next;

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = read();
      }
      return next != null;
    }

    @Override
    public Article next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException(name + " holds no more articles");
      }
      Article article = next;
      next = null;
      return article;
    }
  }

  /** Returns the next article, or null at the end. */
  private @Nullable Article read() {
    try {
      while (lines.next(line)) {
        Article article = isBlank() ? null : article();
        if (article != null) {
          remember(lines.line());
          return article;
        }
      }
      return null;
    } catch (EOFException | ZipException e) {
      reject(
          "",
          "the file ends early or is damaged, so nothing after this line was read; fetch it again");
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + name + " after line " + lines.line(), e);
    }
  }

  private boolean isBlank() {
    if (lines.line() == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
      line.deleteCharAt(0);
    }
    return !lines.isTooLong() && line.toString().isBlank();
  }

  private @Nullable Article article() {
    if (lines.isTooLong()) {
      reject("", "the line may have at most %,d bytes, but has more".formatted(MAX_LINE_BYTES));
      return null;
    }
    String id = "";
    try {
      JsonNode json = ArticleJson.parse(line.toString());
      id = ArticleJson.id(json);
      String known = id;
      return ArticleJson.article(
          json, message -> notices.add(new Problem(name, lines.line(), known, message)));
    } catch (JsonProcessingException e) {
      reject(id, "the line is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      reject(id, String.valueOf(e.getMessage()));
    }
    return null;
  }

  private void reject(String id, String message) {
    rejects.add(new Problem(name, lines.line(), id, message));
  }

  private void remember(long number) {
    if (articles == linesRead.length) {
      linesRead = Arrays.copyOf(linesRead, articles + (articles >> 1));
    }
    linesRead[articles++] = Math.toIntExact(number);
  }

  /**
   * Returns what this is called in problems.
   *
   * @return the name of the file
   */
  public String name() {
    return name;
  }

  /**
   * Returns the line of an article that was read.
   *
   * @param position its place among the articles read, from 0, as a report on adding them has it
   * @return the number of the line, from 1
   */
  public long line(long position) {
    return linesRead[Math.toIntExact(position)];
  }

  /**
   * Returns how much of the file was read.
   *
   * @return the bytes, as they lie in the file
   */
  public long bytesRead() {
    return lines.bytesRead();
  }

  /**
   * Returns the lines that were left out.
   *
   * @return the first {@value #MAX_LISTED} of them so far
   */
  public List<Problem> rejects() {
    return rejects.first();
  }

  /**
   * Returns how many lines were left out.
   *
   * @return their number so far
   */
  public long rejected() {
    return rejects.count();
  }

  /**
   * Returns what was left out of articles that were taken.
   *
   * @return the first {@value #MAX_LISTED} of them so far
   */
  public List<Problem> notices() {
    return notices.first();
  }

  /**
   * Returns how much was left out of articles that were taken.
   *
   * @return the number of notices so far
   */
  public long noticed() {
    return notices.count();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
