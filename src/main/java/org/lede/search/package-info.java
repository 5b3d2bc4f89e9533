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
 * of a value is the number of hits when it is the only value selected in its facet.
 *
 * <p>This package depends on {@link org.lede} and {@link org.lede.query} only.
 */
@NullMarked
package org.lede.search;

import org.jspecify.annotations.NullMarked;
