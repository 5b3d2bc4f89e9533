package org.lede.query;

/**
 * A piece of typed text that was read.
 *
 * @param query the query
 * @param bare whether it is one word without anything around it, which joins its neighbours
 */
record Item(Query query, boolean bare) {}
