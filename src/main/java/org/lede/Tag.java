package org.lede;

/**
 * One facet value on one article, with how much the article is about it.
 *
 * @param facet the facet the value belongs to; not {@link Facet#SOURCE} or {@link Facet#LANGUAGE},
 *     which an article has fields for
 * @param value the value, in the normal form of {@link Facet#normalise}: a country by its code, a
 *     topic as a path
 * @param salience how much the article is about it, from 0 (named in passing) to 1 (its subject)
 */
public record Tag(Facet facet, String value, double salience) {
  /**
   * Makes a tag, bringing its value into normal form.
   *
   * @throws IllegalArgumentException if the facet has no tags, the value is not one of the facet,
   *     or the salience is not from 0 to 1
   */
  public Tag {
    if (facet.equals(Facet.SOURCE) || facet.equals(Facet.LANGUAGE)) {
      throw new IllegalArgumentException(
          "the %s of an article is no tag; set it with Article.Builder.%s(\"%s\")"
              .formatted(facet, facet, Limits.excerpt(value)));
    }
    if (!(salience >= 0 && salience <= 1)) {
      throw new IllegalArgumentException(
          "salience must be from 0 to 1, but is %s for %s:%s"
              .formatted(salience, facet, Limits.excerpt(value)));
    }
    value = facet.normalise(value);
    salience += 0.0; // so that -0.0 equals 0.0
  }

  /**
   * Makes a tag for what an article is wholly about.
   *
   * @param facet the facet the value belongs to
   * @param value the value
   * @return the tag, of salience 1
   * @throws IllegalArgumentException if the facet has no tags or the value is not one of the facet
   */
  public static Tag of(Facet facet, String value) {
    return new Tag(facet, value, 1);
  }
}
