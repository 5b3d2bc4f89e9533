package org.lede.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;
import org.lede.query.Query;

/**
 * How well articles match: BM25 over the articles of the same language, with lengths as coarse as
 * Lucene keeps them. A start or a misspelling of a word counts 1; facet values, dates and what is
 * excluded count nothing.
 */
final class NaiveScores {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final Collection<NaiveArticle> articles;
  private final Map<String, Double> averageLengths = new HashMap<>();
  private final Map<NaiveText, Double> rarities = new HashMap<>();

  /** Makes scores for articles of an index that holds these. */
  NaiveScores(Collection<NaiveArticle> articles) {
    this.articles = articles;
  }

  /** Returns the score of an article; 0 if it does not match. */
  double of(Query query, NaiveArticle article) {
    if (!article.matches(query)) {
      return 0;
    }
    NaiveText text = article.text();
    return switch (query) {
      case Query.Words words -> words(text.of(words.text()), text);
      case Query.Phrase phrase -> phrase(text.of(phrase.text()), text);
      case Query.Prefix prefix -> 1;
      case Query.Fuzzy fuzzy -> 1;
      case Query.AllOf(var parts) -> parts.stream().mapToDouble(part -> of(part, article)).sum();
      case Query.AnyOf(var parts) -> parts.stream().mapToDouble(part -> of(part, article)).sum();
      case Query.Not not -> 0;
      case Query.About about -> 0;
      case Query.Mentions mentions -> 0;
      case Query.Published published -> 0;
      case Query.Everything everything -> 0;
    };
  }

  private double words(NaiveText words, NaiveText text) {
    return words.words().stream()
        .mapToDouble(word -> bm25(rarity(words.language(), word), text.count(word.text()), text))
        .sum();
  }

  private double phrase(NaiveText phrase, NaiveText text) {
    double rarity =
        phrase.words().stream().mapToDouble(word -> rarity(phrase.language(), word)).sum();
    return bm25(rarity, text.countPhrase(phrase), text);
  }

  private double bm25(double rarity, int count, NaiveText text) {
    int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(text.size()));
    double relativeLength = length / averageLength(text.language());
    return rarity * count / (count + K1 * (1 - B + B * relativeLength));
  }

  private double averageLength(String language) {
    return averageLengths.computeIfAbsent(
        language, of -> texts(of).stream().mapToInt(NaiveText::size).average().orElseThrow());
  }

  private double rarity(String language, NaiveText.Word word) {
    NaiveText alone = new NaiveText(language, List.of(new NaiveText.Word(word.text(), 0)));
    return rarities.computeIfAbsent(alone, of -> rarity(texts(language), word.text()));
  }

  private static double rarity(List<NaiveText> texts, String word) {
    long with = texts.stream().filter(text -> text.has(word)).count();
    return Math.log(1 + (texts.size() - with + 0.5) / (with + 0.5));
  }

  private List<NaiveText> texts(String language) {
    return articles.stream()
        .map(NaiveArticle::text)
        .filter(text -> text.language().equals(language) && !text.isEmpty())
        .toList();
  }
}
