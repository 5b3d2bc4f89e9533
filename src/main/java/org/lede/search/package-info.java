/**
 * How to ask, and what comes back: the contract that every engine fulfils.
 *
 * <p>A {@link org.lede.search.Search} is a query with what surrounds it: selections, facets to
 * count, order, limit. An {@link org.lede.search.ArticleSearcher} answers it with a {@link
 * org.lede.search.SearchResult}.
 *
 * <pre>{@code
 * SearchResult result =
 *     index.search(
 *         Search.of(Query.phrase("internet blackout"))
 *             .selected(Facet.COUNTRY, "IR", "RU")
 *             .facets(Facet.COUNTRY, Facet.TOPIC)
 *             .newestFirst());
 * }</pre>
 *
 * <p><b>Facets.</b> A facet groups the articles <i>about</i> each of its values. A <i>selection</i>
 * is what a user has ticked: the values of one facet widen each other (OR), those of different
 * facets narrow (AND). A facet with a selection is counted <i>sideways</i>, as if its own selection
 * were not there, so that a user sees what the other values would find. Counts are exact: the count
 * of a value is the number of hits when it is the only value selected in its facet. A {@link
 * org.lede.search.FacetRequest} says more: to count passing mentions too, to order by name, to find
 * values by what somebody has typed of them, to get the top of a tree.
 *
 * <p><b>Timeline.</b> A {@link org.lede.search.Timeline} counts the articles found by day, week,
 * month or year, where days begin and end with those of a time zone. It leaves no gaps, and tells
 * what share the articles found are of all that were published in the same interval.
 *
 * <pre>{@code
 * FacetRequest typed = FacetRequest.of(Facet.ORGANISATION).typed("vodaf").size(5);
 * SearchResult result =
 *     index.search(
 *         Search.of(Query.words("roaming"))
 *             .facets(typed)
 *             .timeline(Interval.WEEK, ZoneId.of("Europe/Brussels")));
 * result.facet(typed).values(); // Vodafone, and how many articles found are about it
 * result.timeline().points(); // one for each week
 * }</pre>
 *
 * <p><b>Snippets.</b> A hit can bring {@linkplain org.lede.search.Search#snippets passages} of its
 * article, as text with spans for what was looked for. A {@link org.lede.search.SnippetRenderer}
 * makes HTML, terminal text or Markdown of them, and escapes whatever the article holds. {@link
 * org.lede.search.Hit#matches} tells which clauses of the query an article matches, and where.
 *
 * <p><b>Typed text.</b> {@link org.lede.search.Search#typed} hands what a person typed to the
 * engine, which reads it with the facets and names it knows. It always gives a result; {@link
 * org.lede.search.SearchResult#notices} tell what had to be changed.
 *
 * <p><b>Deadlines.</b> A search with a {@linkplain org.lede.search.Search#deadline deadline}
 * returns what it has when the time is up, and {@link org.lede.search.SearchResult#completeness}
 * tells in which stage that was.
 *
 * <p><b>Pages.</b> A search {@linkplain org.lede.search.Search#withPages with pages} tells where
 * the next one starts. All pages are of the articles as they were for the first one.
 *
 * <pre>{@code
 * Search search = Search.typed("internet blackout").withPages().deadline(Duration.ofMillis(200));
 * SearchResult first = index.search(search);
 * Optional<SearchResult> second = first.next().map(cursor -> index.search(search.after(cursor)));
 * }</pre>
 *
 * <p>This package depends on {@link org.lede} and {@link org.lede.query} only.
 */
@NullMarked
package org.lede.search;

import org.jspecify.annotations.NullMarked;
