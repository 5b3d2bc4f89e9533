package org.lede.search;

/**
 * What a write returns. A search that is {@linkplain Search#seeing given} it sees that write, and
 * all before it.
 *
 * @param index which opening of which index it is of; a mark that means nothing elsewhere
 * @param sequence the place of the write among all writes of that opening
 */
public record Receipt(String index, long sequence) {}
