package org.lede.index;

/**
 * How many documents have a value of a field.
 *
 * @param ordinal the number of the value in its {@link FacetOrdinals}
 */
record ValueCount(int ordinal, int count) {}
