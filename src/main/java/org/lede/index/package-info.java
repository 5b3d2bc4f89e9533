/**
 * The engine that lives inside your program: articles in, answers out, on Apache Lucene.
 *
 * <p>An {@link org.lede.index.ArticleIndex} is a folder of articles, or a pile of them in memory:
 *
 * <pre>{@code
 * try (ArticleIndex index = ArticleIndex.open(Path.of("archive"))) {
 *   index.addAll(articles);
 *   SearchResult result = index.search(Search.of(Query.phrase("internet blackout")).facets(Facet.COUNTRY));
 * }
 * }</pre>
 *
 * <p><b>What is seen when.</b> A write is seen by searches after the next refresh, which happens in
 * the background about every second, or at once by a search that {@linkplain
 * org.lede.search.Search#seeing carries its receipt}. While a batch is added and nobody has
 * searched for a minute, refreshes happen once a minute, which makes adding faster. An index in
 * memory shows every write to the next search. A write is safe from a crash after the next {@link
 * org.lede.index.ArticleIndex#commit} (closing commits).
 *
 * <p><b>Threads.</b> An index is safe for all threads. Files are written only by threads of its
 * own, so interrupting the caller never harms them.
 *
 * <p><b>Phrases.</b> Once an index has 1,000 articles of a language, it knows which words are
 * frequent in it, and from then on, and for those articles as well, keeps the pairs that they make
 * with the words next to them. Phrases are found by pairs many times as fast, and rank as before.
 * {@link org.lede.index.IndexSettings#withFrequentWords} says how many words, or none.
 *
 * <p><b>Files.</b> An index is written in segments, and a search pays for each of them. Segments
 * are merged in the background as they come; after a batch of 10,000 articles or more that is an
 * eighth of the index at least, until two are left, or more of five gigabytes each. {@link
 * org.lede.index.ArticleIndex#optimize} leaves one.
 *
 * <p>This is the only package that imports Lucene, and {@link
 * org.lede.index.ArticleIndex#withLucene} is the only place where it shows.
 */
@NullMarked
package org.lede.index;

import org.jspecify.annotations.NullMarked;
