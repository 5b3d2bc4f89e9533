package org.lede.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;
import org.lede.query.Query;

/**
 * How well articles match: BM25 over the articles of the same language, in each field, with lengths
 * as coarse as Lucene keeps them, and function words as the ranking has it. A start or a
 * misspelling of a word counts 1; facet values, dates and what is excluded count nothing.
 */
final class NaiveScores {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final Collection<NaiveArticle> articles;
  private final double functionWords;
  private final Map<Texts, Double> averageLengths = new HashMap<>();
  private final Map<WordOf, Double> rarities = new HashMap<>();

  /**
   * Makes scores for articles of an index that holds these.
   *
   * @param functionWords how much a function word counts
   */
  NaiveScores(Collection<NaiveArticle> articles, double functionWords) {
    this.articles = articles;
    this.functionWords = functionWords;
  }

  /** Returns the score of an article; 0 if it does not match. */
  double of(Query query, NaiveArticle article) {
    if (!article.matches(query)) {
      return 0;
    }
    return switch (query) {
      case Query.Words words -> words(article.text().of(words.text()), article);
      case Query.Phrase phrase -> phrase(article.text().of(phrase.text()), article);
      case Query.Prefix prefix -> 1;
      case Query.Wildcard wildcard -> 1;
      case Query.Fuzzy fuzzy -> 1;
      case Query.Near near -> placed(near, article);
      case Query.Same same -> placed(same, article);
      case Query.AtLeast(var many, var times) -> placed(many, article);
      case Query.In(var zone, var inner) -> of(inner, article.in(zone));
      case Query.AllOf(var parts) -> parts.stream().mapToDouble(part -> of(part, article)).sum();
      case Query.AnyOf(var parts) -> parts.stream().mapToDouble(part -> of(part, article)).sum();
      case Query.Not not -> 0;
      case Query.About about -> 0;
      case Query.Mentions mentions -> 0;
      case Query.Salient salient -> 0;
      case Query.Published published -> 0;
      case Query.Like like -> throw new IllegalArgumentException(like + " was not made plain");
      case Query.Everything everything -> 0;
    };
  }

  /** Returns how well what of an article is looked at matches words. */
  double words(NaiveText words, NaiveArticle article) {
    return words.words().stream()
        .mapToDouble(word ->
            (words.isFunctionWord(word.text()) ? functionWords : 1)
                * bm25(rarity(article, word), article.text().count(word.text()), article))
        .sum();
  }

  double phrase(NaiveText phrase, NaiveArticle article) {
    return bm25(rarity(article, phrase.words()), article.text().countPhrase(phrase), article);
  }

  private double placed(Query query, NaiveArticle article) {
    return new NaivePlaces(article.text())
        .of(query).stream()
            .mapToDouble(placed ->
                bm25(
                    rarity(article, placed.words()) + placed.expansions(),
                    placed.spans().size(),
                    article))
            .sum();
  }

  private double bm25(double rarity, int count, NaiveArticle article) {
    if (count == 0) {
      return 0;
    }
    NaiveText whole = article.whole(article.field());
    int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(whole.size()));
    double relativeLength = length / averageLength(article);
    return rarity * count / (count + K1 * (1 - B + B * relativeLength));
  }

  private double averageLength(NaiveArticle like) {
    return averageLengths.computeIfAbsent(
        Texts.of(like),
        texts -> texts(texts).stream().mapToInt(NaiveText::size).average().orElseThrow());
  }

  private double rarity(NaiveArticle like, List<NaiveText.Word> words) {
    return words.stream().mapToDouble(word -> rarity(like, word)).sum();
  }

  private double rarity(NaiveArticle like, NaiveText.Word word) {
    return rarity(like, word.text());
  }

  double rarity(NaiveArticle like, String word) {
    return rarities.computeIfAbsent(
        new WordOf(Texts.of(like), word), of -> rarity(texts(of.texts), of.word));
  }

  private static double rarity(List<NaiveText> texts, String word) {
    long with = texts.stream().filter(text -> text.has(word)).count();
    return Math.log(1 + (texts.size() - with + 0.5) / (with + 0.5));
  }

  /** The texts that are compared with each other: of one field and one language. */
  private record Texts(NaiveArticle.Field field, String language) {
    static Texts of(NaiveArticle article) {
      return new Texts(article.field(), article.text().language());
    }
  }

  private record WordOf(Texts texts, String word) {}

  private List<NaiveText> texts(Texts wanted) {
    return articles.stream()
        .map(article -> article.whole(wanted.field))
        .filter(text -> text.language().equals(wanted.language) && !text.isEmpty())
        .toList();
  }
}
