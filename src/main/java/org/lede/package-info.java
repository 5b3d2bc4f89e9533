/**
 * What the library talks about, as plain values: articles, their tags, facets and countries, and
 * what can go wrong.
 *
 * <p>An {@link org.lede.Article} is one news item. Its {@link org.lede.Tag tags} say what it is
 * about: each is one value of one {@link org.lede.Facet}, with a salience that tells the subject of
 * an article from a passing mention.
 *
 * <pre>{@code
 * Article article =
 *     Article.builder("fx-001")
 *         .headline("Regulators agree on roaming")
 *         .body("The two regulators signed a memorandum on Tuesday.")
 *         .language("en")
 *         .published(Instant.parse("2023-08-14T09:30:00Z"))
 *         .country("Iran", 0.9)
 *         .topic("telecoms/roaming")
 *         .build();
 * }</pre>
 *
 * <p>Everything here is immutable and free of null. Every size has a documented limit; a value over
 * its limit is refused with a message that names the field, the limit and the actual size.
 * Everything the library throws on purpose is a {@link org.lede.LedeException}, or an {@link
 * java.lang.IllegalArgumentException} for a wrong argument.
 *
 * <p>This package depends on nothing else.
 */
@NullMarked
package org.lede;

import org.jspecify.annotations.NullMarked;
