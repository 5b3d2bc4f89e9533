/**
 * Reads articles from files.
 *
 * <p>{@link org.lede.ingest.JsonLines} reads JSON Lines, one article a line, and remembers what was
 * wrong with which line, so that one bad line never stops a file:
 *
 * <pre>{@code
 * try (JsonLines articles = JsonLines.open(Path.of("articles.jsonl.gz"))) {
 *   index.addAll(articles);
 *   articles.rejects().forEach(System.err::println);
 * }
 * }</pre>
 *
 * <p>Needs {@code com.fasterxml.jackson.core:jackson-databind}, which is an optional dependency:
 * add it to your own. This package depends on {@link org.lede} only.
 */
@NullMarked
package org.lede.ingest;

import org.jspecify.annotations.NullMarked;
