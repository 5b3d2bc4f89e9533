/**
 * What to look for, as plain data.
 *
 * <p>A {@link org.lede.query.Query} says what an article must hold. It knows nothing of how
 * articles are stored, so the same query runs on every engine. Build one from its parts, or read
 * what a person typed:
 *
 * <pre>{@code
 * Query built = Query.phrase("internet blackout").and(Query.about(Facet.COUNTRY, "IR"));
 * Parsed typed = Query.parse("\"internet blackout\" country:IR -football");
 * }</pre>
 *
 * <p>Typed text is never an error: {@link org.lede.query.Parsed} holds a query, and a {@link
 * org.lede.query.Notice} for each thing that was not understood.
 *
 * <pre>
 * text   ::= (' '* part)*
 * part   ::= '-'? (phrase | facet ':' (phrase | word) | word)
 * phrase ::= '"' any text but '"' '"'
 * facet  ::= the name of a facet, such as country, organisation, topic, source, language
 * </pre>
 *
 * <p>This package depends on {@link org.lede} only.
 */
@NullMarked
package org.lede.query;

import org.jspecify.annotations.NullMarked;
