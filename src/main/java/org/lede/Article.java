package org.lede;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * One news article, as it goes into an index and comes out of a search.
 *
 * <p>Two articles with the same {@code id} are the same article: adding the second replaces the
 * first. Only the id is required; what is not set is empty.
 *
 * <p>Text is plain, without markup. Half a surrogate pair, which is no character, is kept as
 * U+FFFD.
 */
public final class Article {
  /** The longest id, in bytes of UTF-8. */
  public static final int MAX_ID_BYTES = 512;

  /** The longest source, in bytes of UTF-8. */
  public static final int MAX_SOURCE_BYTES = Facet.MAX_VALUE_BYTES;

  /** The longest URL, in characters (UTF-16 units). */
  public static final int MAX_URL_LENGTH = 8_192;

  /** The longest headline, in characters (UTF-16 units). */
  public static final int MAX_HEADLINE_LENGTH = 4_096;

  /** The longest lead, in characters (UTF-16 units). */
  public static final int MAX_LEAD_LENGTH = 65_536;

  /** The longest body, in characters (UTF-16 units); a novel has about a million. */
  public static final int MAX_BODY_LENGTH = 4_000_000;

  /** The most bylines. */
  public static final int MAX_BYLINES = 100;

  /** The longest byline, in characters (UTF-16 units). */
  public static final int MAX_BYLINE_LENGTH = 512;

  /** The most tags. */
  public static final int MAX_TAGS = 1_000;

  /** The earliest time of publication. */
  public static final Instant MIN_PUBLISHED = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest time of publication. */
  public static final Instant MAX_PUBLISHED = Instant.parse("9999-12-31T23:59:59.999Z");

  private final String id;
  private final String source;
  private final String url;
  private final String headline;
  private final String lead;
  private final String body;
  private final List<String> bylines;
  private final String language;
  private final @Nullable Instant published;
  private final SequencedSet<Tag> tags;

  private Article(Builder builder) {
    id = builder.id;
    source = builder.source;
    url = builder.url;
    headline = builder.headline;
    lead = builder.lead;
    body = builder.body;
    bylines = List.copyOf(builder.bylines);
    language = builder.language;
    published = builder.published;
    tags = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(builder.tags.values()));
  }

  /**
   * Starts an article.
   *
   * @param id what tells it from all others; not blank, at most {@value #MAX_ID_BYTES} bytes of
   *     UTF-8
   * @return a builder with nothing else set
   * @throws IllegalArgumentException if the id is blank, too long, or holds half a surrogate pair
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /**
   * Starts a changed copy.
   *
   * @return a builder that holds everything this article holds
   */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.source = source;
    builder.url = url;
    builder.headline = headline;
    builder.lead = lead;
    builder.body = body;
    builder.bylines = bylines;
    builder.language = language;
    builder.published = published;
    builder.tags(tags);
    return builder;
  }

  /**
   * Returns what tells this article from all others.
   *
   * @return the id, never blank
   */
  public String id() {
    return id;
  }

  /**
   * Returns where it appeared, such as the name of a newspaper.
   *
   * @return the source, or an empty string
   */
  public String source() {
    return source;
  }

  /**
   * Returns its address.
   *
   * @return the URL, as it was given, or an empty string
   */
  public String url() {
    return url;
  }

  /**
   * Returns the headline.
   *
   * @return the headline, or an empty string
   */
  public String headline() {
    return headline;
  }

  /**
   * Returns the first paragraph, if it is kept apart from the body.
   *
   * @return the lead, or an empty string
   */
  public String lead() {
    return lead;
  }

  /**
   * Returns the text below headline and lead.
   *
   * @return the body, paragraphs apart by a blank line, or an empty string
   */
  public String body() {
    return body;
  }

  /**
   * Returns who wrote it.
   *
   * @return the bylines in their order; unmodifiable
   */
  public List<String> bylines() {
    return bylines;
  }

  /**
   * Returns the language it is written in.
   *
   * @return a tag of IETF BCP 47 such as {@code en} or {@code pt-BR}, or an empty string if it is
   *     unknown
   */
  public String language() {
    return language;
  }

  /**
   * Returns when the source says it was published.
   *
   * @return the time, to the millisecond, if it is known
   */
  public Optional<Instant> published() {
    return Optional.ofNullable(published);
  }

  /**
   * Returns what it is about.
   *
   * @return the tags in the order they were given, each facet value once; unmodifiable
   */
  public SequencedSet<Tag> tags() {
    return tags;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Article that
        && id.equals(that.id)
        && source.equals(that.source)
        && url.equals(that.url)
        && headline.equals(that.headline)
        && lead.equals(that.lead)
        && body.equals(that.body)
        && bylines.equals(that.bylines)
        && language.equals(that.language)
        && Objects.equals(published, that.published)
        && tags.equals(that.tags);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns the id, the date and the headline, for logs. */
  @Override
  public String toString() {
    return "Article[%s, %s, %s]".formatted(id, published == null ? "undated" : published, headline);
  }

  /** Collects what an article holds. Not safe for use by several threads. */
  public static final class Builder {
    private final String id;
    private String source = "";
    private String url = "";
    private String headline = "";
    private String lead = "";
    private String body = "";
    private List<String> bylines = List.of();
    private String language = "";
    private @Nullable Instant published;
    private final Map<Tag, Tag> tags =
        new LinkedHashMap<>(); // keyed by the tag without its salience

    private Builder(String id) {
      if (id.isBlank()) {
        throw new IllegalArgumentException("an article needs an id, but it is blank");
      }
      Limits.bytes("an article id", id, 1, MAX_ID_BYTES);
      if (!Limits.text("an article id", id, MAX_ID_BYTES).equals(id)) {
        throw new IllegalArgumentException(
            "an article id must be text, but \"" + id + "\" holds half a surrogate pair");
      }
      this.id = id;
    }

    /**
     * Sets where it appeared.
     *
     * @param source the source, such as the name of a newspaper; at most {@value #MAX_SOURCE_BYTES}
     *     bytes of UTF-8; space around it goes
     * @return this
     * @throws IllegalArgumentException if it is too long
     */
    public Builder source(String source) {
      String stripped = source.strip();
      Limits.bytes("source", stripped, 0, MAX_SOURCE_BYTES);
      this.source = Limits.text("source", stripped, MAX_SOURCE_BYTES);
      return this;
    }

    /**
     * Sets its address.
     *
     * @param url the address, which need not be a valid one; at most {@value #MAX_URL_LENGTH}
     *     characters
     * @return this
     * @throws IllegalArgumentException if it is too long
     */
    public Builder url(String url) {
      this.url = Limits.text("url", url, MAX_URL_LENGTH);
      return this;
    }

    /**
     * Sets the headline.
     *
     * @param headline the headline; at most {@value #MAX_HEADLINE_LENGTH} characters
     * @return this
     * @throws IllegalArgumentException if it is too long
     */
    public Builder headline(String headline) {
      this.headline = Limits.text("headline", headline, MAX_HEADLINE_LENGTH);
      return this;
    }

    /**
     * Sets the lead.
     *
     * @param lead the first paragraph; at most {@value #MAX_LEAD_LENGTH} characters
     * @return this
     * @throws IllegalArgumentException if it is too long
     */
    public Builder lead(String lead) {
      this.lead = Limits.text("lead", lead, MAX_LEAD_LENGTH);
      return this;
    }

    /**
     * Sets the body.
     *
     * @param body the text below headline and lead, paragraphs apart by a blank line; at most
     *     {@value #MAX_BODY_LENGTH} characters
     * @return this
     * @throws IllegalArgumentException if it is too long
     */
    public Builder body(String body) {
      this.body = Limits.text("body", body, MAX_BODY_LENGTH);
      return this;
    }

    /**
     * Sets who wrote it.
     *
     * @param bylines the names; at most {@value #MAX_BYLINES} of at most {@value
     *     #MAX_BYLINE_LENGTH} characters
     * @return this
     * @throws IllegalArgumentException if there are too many or one is too long
     */
    public Builder bylines(List<String> bylines) {
      Limits.count("bylines", bylines.size(), MAX_BYLINES);
      this.bylines =
          bylines.stream().map(name -> Limits.text("a byline", name, MAX_BYLINE_LENGTH)).toList();
      return this;
    }

    /**
     * Sets who wrote it.
     *
     * @param names the names, as for {@link #bylines(List)}
     * @return this
     * @throws IllegalArgumentException if there are too many or one is too long
     */
    public Builder bylines(String... names) {
      return bylines(List.of(names));
    }

    /**
     * Sets the language it is written in.
     *
     * @param tag a tag of IETF BCP 47, such as {@code en} or {@code pt-BR}; empty if it is unknown
     * @return this
     * @throws IllegalArgumentException if it is not such a tag
     */
    public Builder language(String tag) {
      language = tag.isBlank() ? "" : canonical(tag);
      return this;
    }

    private static String canonical(String tag) {
      try {
        Locale locale = new Locale.Builder().setLanguageTag(tag).build();
        return locale.getLanguage().isEmpty() ? "" : locale.toLanguageTag();
      } catch (IllformedLocaleException e) {
        throw new IllegalArgumentException(
            "language must be a tag such as en or pt-BR (IETF BCP 47), but is \""
                + Limits.excerpt(tag)
                + "\"",
            e);
      }
    }

    /**
     * Sets when it was published.
     *
     * @param time the time, kept to the millisecond; from year 1 to 9999
     * @return this
     * @throws IllegalArgumentException if it is outside these years
     */
    public Builder published(Instant time) {
      if (time.isBefore(MIN_PUBLISHED) || time.isAfter(MAX_PUBLISHED.plusNanos(999_999))) {
        throw new IllegalArgumentException(
            "published must be in the years 1 to 9999, but is " + time);
      }
      published = time.truncatedTo(ChronoUnit.MILLIS);
      return this;
    }

    /**
     * Adds a country that it is wholly about.
     *
     * @param country its code, a name or an alias, as {@link Country#find} knows them
     * @return this
     * @throws IllegalArgumentException if there is no such country
     */
    public Builder country(String country) {
      return country(country, 1);
    }

    /**
     * Adds a country.
     *
     * @param country its code, a name or an alias, as {@link Country#find} knows them
     * @param salience how much it is about the country, from 0 to 1
     * @return this
     * @throws IllegalArgumentException if there is no such country or the salience is not from 0 to
     *     1
     */
    public Builder country(String country, double salience) {
      return tag(new Tag(Facet.COUNTRY, country, salience));
    }

    /**
     * Adds an organisation that it is wholly about.
     *
     * @param name its name
     * @return this
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Builder organisation(String name) {
      return organisation(name, 1);
    }

    /**
     * Adds an organisation.
     *
     * @param name its name
     * @param salience how much it is about the organisation, from 0 to 1
     * @return this
     * @throws IllegalArgumentException if the name is blank or too long or the salience is not from
     *     0 to 1
     */
    public Builder organisation(String name, double salience) {
      return tag(new Tag(Facet.ORGANISATION, name, salience));
    }

    /**
     * Adds a subject that it is wholly about.
     *
     * @param path the subject, as a path such as {@code internet/censorship}
     * @return this
     * @throws IllegalArgumentException if the path has an empty level, too many, or is too long
     */
    public Builder topic(String path) {
      return topic(path, 1);
    }

    /**
     * Adds a subject.
     *
     * @param path the subject, as a path such as {@code internet/censorship}
     * @param salience how much it is about the subject, from 0 to 1
     * @return this
     * @throws IllegalArgumentException if the path has an empty level, too many, or is too long, or
     *     the salience is not from 0 to 1
     */
    public Builder topic(String path, double salience) {
      return tag(new Tag(Facet.TOPIC, path, salience));
    }

    /**
     * Adds a tag; of two with the same facet and value, the one with the higher salience stays.
     *
     * @param tag the tag
     * @return this
     * @throws IllegalArgumentException if there are {@value #MAX_TAGS} others
     */
    public Builder tag(Tag tag) {
      tags.merge(
          new Tag(tag.facet(), tag.value(), 0),
          tag,
          (one, other) -> other.salience() > one.salience() ? other : one);
      Limits.count("tags", tags.size(), MAX_TAGS);
      return this;
    }

    /**
     * Adds tags, as {@link #tag} does.
     *
     * @param more the tags
     * @return this
     * @throws IllegalArgumentException if there would be more than {@value #MAX_TAGS}
     */
    public Builder tags(Collection<Tag> more) {
      more.forEach(this::tag);
      return this;
    }

    /**
     * Makes the article.
     *
     * @return the article
     */
    public Article build() {
      return new Article(this);
    }
  }
}
