package org.lede.search;

/**
 * In which order hits come. Equal ones come in the order of their ids, by code points, so that
 * every order is total.
 */
public enum Order {
  /** The best match first. */
  RELEVANCE,
  /** The latest published first; those without a date last. */
  NEWEST,
  /** The earliest published first; those without a date last. */
  OLDEST
}
