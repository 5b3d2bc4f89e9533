package org.lede.index;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.query.Query.Match;

/**
 * An article, and whether it matches a query: that depends on the two of them alone.
 *
 * @param article the article
 * @param text its words
 */
record NaiveArticle(Article article, NaiveText text) {
  private static final double ABOUT = 0.5;

  static NaiveArticle of(Article article) {
    return new NaiveArticle(article, NaiveText.of(article));
  }

  String id() {
    return article.id();
  }

  boolean matches(Query query) {
    return switch (query) {
      case Query.Words words -> matches(words);
      case Query.Phrase(var phrase, var slop) -> hasPhrase(text.of(phrase), slop);
      case Query.Prefix(var start) -> hasStart(start);
      case Query.Fuzzy(var word, var edits) -> hasSimilar(word, edits);
      case Query.AllOf(var parts) -> parts.stream().allMatch(this::matches);
      case Query.AnyOf(var parts) -> parts.stream().anyMatch(this::matches);
      case Query.Not(var excluded) -> !matches(excluded);
      case Query.About(var facet, var value) -> about(facet).contains(value);
      case Query.Mentions(var facet, var value) -> values(facet, 0).contains(value);
      case Query.Published(var from, var to) -> isPublished(from, to);
      case Query.Everything everything -> true;
    };
  }

  private boolean matches(Query.Words query) {
    Stream<String> words = text.of(query.text()).words().stream().map(NaiveText.Word::text);
    return query.match() == Match.ALL
        ? !text.of(query.text()).isEmpty() && words.allMatch(text::has)
        : words.anyMatch(text::has);
  }

  private boolean hasPhrase(NaiveText phrase, int slop) {
    if (phrase.isEmpty()) {
      return false;
    }
    return slop == 0 ? text.countPhrase(phrase) > 0 : text.hasPhrase(phrase, slop);
  }

  private boolean hasStart(String start) {
    String normal = text.normal(start);
    return (!normal.isEmpty()
            && text.words().stream().anyMatch(word -> word.text().startsWith(normal)))
        || matches(new Query.Words(start, Match.ALL));
  }

  private boolean hasSimilar(String word, int edits) {
    NaiveText stems = text.of(word);
    String normal = text.normal(word);
    return (!normal.isEmpty() && hasSimilarTo(normal, edits))
        || (stems.size() == 1 && hasSimilarTo(stems.words().getFirst().text(), edits));
  }

  private boolean hasSimilarTo(String wanted, int edits) {
    return text.words().stream().anyMatch(word -> distance(word.text(), wanted) <= edits);
  }

  /**
   * Returns how many characters must be put in, left out, changed, or swapped with their neighbour
   * and then left alone, to make one word of another (optimal string alignment).
   */
  private static int distance(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] distance = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, a, i, b, j);
      }
    }
    return distance[a.length][b.length];
  }

  private static int step(int[][] distance, int[] a, int i, int[] b, int j) {
    int changed = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    int least = Math.min(changed, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }

  private boolean isPublished(Instant from, Instant to) {
    Optional<Instant> time = article.published();
    return time.isPresent() && !time.get().isBefore(from) && time.get().isBefore(to);
  }

  /** Returns the values of a facet that the article is about, those above them included. */
  Set<String> about(Facet facet) {
    return values(facet, ABOUT);
  }

  private Set<String> values(Facet facet, double leastSalience) {
    if (facet.equals(Facet.SOURCE)) {
      return unlessEmpty(article.source());
    }
    if (facet.equals(Facet.LANGUAGE)) {
      return unlessEmpty(Languages.primary(article.language()));
    }
    Set<String> values = new TreeSet<>();
    for (Tag tag : article.tags()) {
      if (tag.facet().equals(facet) && tag.salience() >= leastSalience) {
        values.addAll(facet.withAncestors(tag.value()));
      }
    }
    return values;
  }

  private static Set<String> unlessEmpty(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }
}
