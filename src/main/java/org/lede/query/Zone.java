package org.lede.query;

/** A part of an article's text that can be searched alone. */
public sealed interface Zone {
  /** The headline. */
  Zone HEADLINE = Part.HEADLINE;

  /** The lead. */
  Zone LEAD = Part.LEAD;

  /** The text below headline and lead. */
  Zone BODY = Part.BODY;

  /** Who wrote it; searched only when it is named. */
  Zone BYLINE = Part.BYLINE;

  /**
   * Returns the first words of an article.
   *
   * @param words how many, from 1 to {@value First#MAX_WORDS}
   * @return the zone
   * @throws IllegalArgumentException if the number is out of range
   */
  static Zone first(int words) {
    return new First(words);
  }

  /** A part with a name. */
  enum Part implements Zone {
    /** The headline. */
    HEADLINE,
    /** The lead. */
    LEAD,
    /** The text below headline and lead. */
    BODY,
    /** Who wrote it. */
    BYLINE
  }

  /**
   * The first words of an article: headline, then lead, then body.
   *
   * @param words how many, from 1 to {@value #MAX_WORDS}
   */
  record First(int words) implements Zone {
    /** The most words. */
    public static final int MAX_WORDS = 10_000;

    /**
     * Makes a zone.
     *
     * @throws IllegalArgumentException if the number is out of range
     */
    public First {
      if (words < 1 || words > MAX_WORDS) {
        throw new IllegalArgumentException(
            "a zone of first words must have 1 to %,d of them, but has %,d"
                .formatted(MAX_WORDS, words));
      }
    }
  }
}
