package org.lede;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * One facet value on one article, with how much the article is about it.
 *
 * @param facet the facet the value belongs to; not {@link Facet#SOURCE} or {@link Facet#LANGUAGE},
 *     which an article has fields for
 * @param value the value, in the normal form of {@link Facet#normalise}: a country by its code, a
 *     topic as a path
 * @param salience how much the article is about it, from 0 (named in passing) to 1 (its subject)
 * @param aliases other names of it, such as those by which the article calls it: {@code ITU} of the
 *     International Telecommunication Union. Who types one of them finds what is tagged with the
 *     value. At most {@value #MAX_ALIASES}, each of at most {@value Facet#MAX_VALUE_BYTES} bytes of
 *     UTF-8; copied, stripped, and each kept once
 */
public record Tag(Facet facet, String value, double salience, List<String> aliases) {
  /** The most aliases. */
  public static final int MAX_ALIASES = 20;

  /**
   * Makes a tag, bringing its value into normal form.
   *
   * @throws IllegalArgumentException if the facet has no tags, the value is not one of the facet,
   *     the salience is not from 0 to 1, or an alias is blank or too long or there are too many
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
    aliases = checked(facet, aliases);
  }

  /**
   * Makes a tag without aliases.
   *
   * @param facet the facet the value belongs to
   * @param value the value
   * @param salience how much the article is about it
   * @throws IllegalArgumentException if the facet has no tags, the value is not one of the facet,
   *     or the salience is not from 0 to 1
   */
  public Tag(Facet facet, String value, double salience) {
    this(facet, value, salience, List.of());
  }

  private static List<String> checked(Facet facet, List<String> aliases) {
    LinkedHashSet<String> checked = new LinkedHashSet<>();
    for (String alias : aliases) {
      String stripped = Limits.text("an alias", alias, Facet.MAX_VALUE_BYTES).strip();
      Limits.bytes("an alias of a value of " + facet, stripped, 1, Facet.MAX_VALUE_BYTES);
      checked.add(stripped);
    }
    if (checked.size() > MAX_ALIASES) {
      throw new IllegalArgumentException(
          "a tag may have at most %d aliases, but has %,d".formatted(MAX_ALIASES, checked.size()));
    }
    return List.copyOf(checked);
  }

  /**
   * Adds other names.
   *
   * @param names the names
   * @return a tag that has these names as well
   * @throws IllegalArgumentException if one is blank or too long, or there are too many
   */
  public Tag withAliases(String... names) {
    return new Tag(
        facet, value, salience, Stream.concat(aliases.stream(), Stream.of(names)).toList());
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
