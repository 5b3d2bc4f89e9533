package org.lede.index;

import java.io.IOException;

/**
 * Texts in which a {@link PlaceReader} finds places: those of a segment, or the one of an article
 * in memory. Each has a number, and they are asked for in ascending order.
 */
interface Texts {
  /** Returns a reader of where a word, or any of several, stands. */
  PlaceReader words(Place.AnyWord words) throws IOException;

  /** Returns where the pieces of a text begin. */
  Layout layout(int text) throws IOException;
}
