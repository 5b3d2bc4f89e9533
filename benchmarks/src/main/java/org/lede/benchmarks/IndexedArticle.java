package org.lede.benchmarks;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.Tag;

/**
 * What a peer indexes of an article, so that it finds and counts what plain Lucene does.
 *
 * @param text headline, lead and paragraphs, in this order; no phrase runs from one into the next
 * @param about the values of each facet that the article is about, with all that stand above them
 */
public record IndexedArticle(List<String> text, Map<String, Set<String>> about) {
  /** The names of the facets that are counted. */
  public static final List<String> FACETS = LuceneDocuments.COUNTED;

  private static final double ABOUT = 0.5;

  /**
   * Returns what is indexed of an article.
   *
   * @param article the article
   */
  public static IndexedArticle of(Article article) {
    List<String> text = new ArrayList<>(List.of(article.headline(), article.lead()));
    text.addAll(LuceneDocuments.paragraphs(article.body()).toList());
    text.removeIf(String::isBlank);
    Map<String, Set<String>> about = new HashMap<>();
    for (Tag tag : article.tags()) {
      if (tag.salience() >= ABOUT) {
        about
            .computeIfAbsent(tag.facet().name(), facet -> new TreeSet<>())
            .addAll(tag.facet().withAncestors(tag.value()));
      }
    }
    return new IndexedArticle(text, about);
  }

  /**
   * Returns the values of a facet that the article is about.
   *
   * @param facet the name of the facet
   */
  public Set<String> about(String facet) {
    return about.getOrDefault(facet, Set.of());
  }

  /**
   * Returns the month in which an article was published, such as {@code 2024-02}.
   *
   * @param article the article
   */
  public static Optional<String> month(Article article) {
    return article
        .published()
        .map(time -> YearMonth.from(time.atOffset(ZoneOffset.UTC)).toString());
  }

  /**
   * Returns the names and the values of what is stored, so that the whole article can be shown.
   *
   * @param article the article
   */
  public static Map<String, String> stored(Article article) {
    return Map.of(
        "source", article.source(),
        "url", article.url(),
        "headline", article.headline(),
        "lead", article.lead(),
        "body", article.body(),
        "language", article.language(),
        "bylines", String.join("\n", article.bylines()),
        "tags", String.join("\n", tags(article).toList()));
  }

  private static Stream<String> tags(Article article) {
    return article.tags().stream().map(Tag::toString);
  }
}
