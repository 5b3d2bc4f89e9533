package org.lede.search;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lede.Article;

/** One article that was found. */
public final class Hit {
  private final String id;
  private final float score;
  private final @Nullable Article article;
  private final List<Snippet> snippets;
  private final List<ClauseMatch> matches;

  private Hit(
      String id,
      float score,
      @Nullable Article article,
      List<Snippet> snippets,
      List<ClauseMatch> matches) {
    this.id = id;
    this.score = score;
    this.article = article;
    this.snippets = List.copyOf(snippets);
    this.matches = List.copyOf(matches);
  }

  /**
   * Makes a hit that holds its article.
   *
   * @param article the article
   * @param score how well it matches
   * @return the hit
   */
  public static Hit of(Article article, float score) {
    return new Hit(article.id(), score, article, List.of(), List.of());
  }

  /**
   * Makes a hit of a search for {@linkplain Search#withIdsOnly() ids only}.
   *
   * @param id the id of the article
   * @param score how well it matches
   * @return the hit
   */
  public static Hit of(String id, float score) {
    return new Hit(id, score, null, List.of(), List.of());
  }

  /**
   * Adds passages of the article.
   *
   * @param passages the snippets
   * @return a changed copy
   */
  public Hit withSnippets(List<Snippet> passages) {
    return new Hit(id, score, article, passages, matches);
  }

  /**
   * Adds what the article matches.
   *
   * @param clauses the clauses of the query that it matches
   * @return a changed copy
   */
  public Hit withMatches(List<ClauseMatch> clauses) {
    return new Hit(id, score, article, snippets, clauses);
  }

  /**
   * Returns which article it is.
   *
   * @return its id
   */
  public String id() {
    return id;
  }

  /**
   * Returns how well it matches: more is better, and only the hits of one search can be compared.
   *
   * @return the score, 0 or more; 0 if hits are ordered by date
   */
  public float score() {
    return score;
  }

  /**
   * Returns the whole article.
   *
   * @return the article, equal to what was added
   * @throws IllegalStateException if the search was for ids only
   */
  public Article article() {
    if (article == null) {
      throw new IllegalStateException(
          "the hit "
              + id
              + " holds no article, because the search was for ids only; leave out withIdsOnly()");
    }
    return article;
  }

  /**
   * Returns passages of the article, with what was looked for marked.
   *
   * <p>Marked is what the query looked for, and not its filter: words, phrases as one, and of what
   * must be near something or in the same sentence only the words. A part of the query that the
   * article does not match marks nothing, nor does what must not be there. In a very long article
   * each part of the query marks its first {@value ClauseMatch#MAX_PLACES} places only.
   *
   * @return the headline, if there is one, whole; then the best passages of lead and body, in their
   *     order, or the beginning if nothing in them is marked; then the bylines, if something in
   *     them is. None, if the search did not {@linkplain Search#snippets ask for them}
   */
  public List<Snippet> snippets() {
    return snippets;
  }

  /**
   * Returns which clauses of the query it matches, and where.
   *
   * @return the clauses, in the order of the query; none, if the search did not {@linkplain
   *     Search#withMatches ask for them}
   */
  public List<ClauseMatch> matches() {
    return matches;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hit that
        && id.equals(that.id)
        && score == that.score
        && Objects.equals(article, that.article)
        && snippets.equals(that.snippets)
        && matches.equals(that.matches);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns the id and the score, for logs. */
  @Override
  public String toString() {
    return "Hit[%s, %s]".formatted(id, score);
  }
}
