package org.lede.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lede.query.Query;
import org.lede.search.Ranking;
import org.lede.search.Search;

/** How an article ranks in a search: what its text scores, and what the ranking adds to that. */
final class NaiveRanking {
  /** When it is, for indexes that are compared with the naive one. */
  static final Instant NOW = Instant.parse("2023-08-01T00:00:00Z");

  private static final int MAX_CLAUSES = 1_000;

  private final Search search;
  private final Ranking ranking;
  private final Collection<NaiveArticle> articles;
  private final NaiveScores scores;
  private final List<Query> question = new ArrayList<>();
  private final Set<Part> parts = new HashSet<>();

  /** The parts of the formula, in the order in which they are added. */
  private enum Part {
    RECENCY,
    SOURCES,
    HEADLINE,
    OPENING,
    CLOSENESS
  }

  NaiveRanking(Search search, Collection<NaiveArticle> articles) {
    this.search = search;
    this.articles = articles;
    ranking = search.ranking();
    scores = new NaiveScores(articles, ranking.functionWords());
    ask(search.query());
    int room = MAX_CLAUSES - foundClauses();
    for (Part part : Part.values()) {
      int clauses = clauses(part);
      if (clauses <= room) {
        parts.add(part);
        room -= clauses;
      }
    }
  }

  private void ask(Query query) {
    if (query instanceof Query.Words || query instanceof Query.Phrase) {
      question.add(query);
    } else if (query instanceof Query.AllOf(var inner)) {
      inner.forEach(this::ask);
    } else if (query instanceof Query.AnyOf(var inner)) {
      inner.forEach(this::ask);
    }
  }

  double score(NaiveArticle article) {
    double score = scores.of(search.query(), article);
    for (Part part : parts) {
      score += added(part, article);
    }
    return score;
  }

  private double added(Part part, NaiveArticle article) {
    return switch (part) {
      case RECENCY -> recency(article);
      case SOURCES -> ranking.sources().getOrDefault(article.article().source(), 0.0);
      case HEADLINE -> ranking.headline() * headline(article.only(NaiveArticle.Field.HEADLINE));
      case OPENING -> ranking.opening() * words(article.only(NaiveArticle.Field.OPENING));
      case CLOSENESS ->
          ranking.closeness()
              * pairs(article.text()).stream().mapToDouble(pair -> closeness(pair, article)).sum();
    };
  }

  private double recency(NaiveArticle article) {
    return article
        .article()
        .published()
        .map(time -> Math.max(0, Duration.between(time, NOW).toMillis()))
        .map(age -> (double) ranking.halfLife().toMillis() / (ranking.halfLife().toMillis() + age))
        .map(part -> ranking.recency() * part)
        .orElse(0.0);
  }

  private double words(NaiveArticle article) {
    return question.stream()
        .filter(Query.Words.class::isInstance)
        .mapToDouble(words -> scores.words(typed(words, article.text()), article))
        .sum();
  }

  private double headline(NaiveArticle article) {
    return words(article)
        + question.stream()
            .filter(Query.Phrase.class::isInstance)
            .mapToDouble(phrase -> scores.phrase(typed(phrase, article.text()), article))
            .sum();
  }

  private double closeness(Set<String> pair, NaiveArticle article) {
    double rarity =
        pair.stream().mapToDouble(word -> scores.rarity(article, word)).min().orElseThrow();
    double count = article.text().countNeighbours(pair);
    return rarity * count / (count + 1);
  }

  /** Returns the different neighbours in the question, function words left out. */
  private Set<Set<String>> pairs(NaiveText text) {
    Set<Set<String>> pairs = new HashSet<>();
    for (Query part : question) {
      if (part instanceof Query.Words) {
        List<String> content =
            typed(part, text).words().stream()
                .map(NaiveText.Word::text)
                .filter(word -> !text.isFunctionWord(word))
                .toList();
        for (int i = 1; i < content.size(); i++) {
          pairs.add(Set.copyOf(List.of(content.get(i - 1), content.get(i))));
        }
      }
    }
    pairs.removeIf(pair -> pair.size() == 1);
    return pairs;
  }

  private static NaiveText typed(Query part, NaiveText text) {
    return switch (part) {
      case Query.Words words -> text.of(words.text());
      case Query.Phrase phrase -> text.of(phrase.text());
      default -> throw new IllegalArgumentException(part + " is not part of a question");
    };
  }

  // clauses

  private int clauses(Part part) {
    return switch (part) {
      case RECENCY -> ranking.recency() == 0 ? 0 : recencyClauses();
      case SOURCES ->
          (int) ranking.sources().values().stream().distinct().filter(each -> each > 0).count();
      case HEADLINE ->
          ranking.headline() == 0 ? 0 : wordClauses() + count(Query.Phrase.class, false);
      case OPENING -> ranking.opening() == 0 ? 0 : wordClauses();
      case CLOSENESS ->
          ranking.closeness() == 0
              ? 0
              : languages().stream().mapToInt(text -> pairs(text).size()).sum();
    };
  }

  private int recencyClauses() {
    boolean future =
        articles.stream()
            .flatMap(article -> article.article().published().stream())
            .anyMatch(NOW::isBefore);
    return future ? 3 : 1;
  }

  /** Returns how many different words there are that count. */
  private int wordClauses() {
    return count(Query.Words.class, true);
  }

  private int count(Class<? extends Query> kind, boolean onlyDifferent) {
    int count = 0;
    for (NaiveText text : languages()) {
      List<String> words =
          question.stream()
              .filter(kind::isInstance)
              .flatMap(part -> typed(part, text).words().stream())
              .map(NaiveText.Word::text)
              .toList();
      count +=
          onlyDifferent
              ? (int)
                  words.stream()
                      .distinct()
                      .filter(word -> ranking.functionWords() > 0 || !text.isFunctionWord(word))
                      .count()
              : words.size();
    }
    return count;
  }

  /** Returns a text of each language that there are articles in. */
  private Collection<NaiveText> languages() {
    return articles.stream()
        .map(article -> article.whole(NaiveArticle.Field.TEXT))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toMap(NaiveText::language, text -> text, (one, other) -> one))
        .values();
  }

  /**
   * Returns how many clauses there are without any part of the formula: not many, but for words.
   */
  private int foundClauses() {
    return foundClauses(search.query())
        + foundClauses(search.filter())
        + search.selections().size();
  }

  private int foundClauses(Query query) {
    return switch (query) {
      case Query.AllOf(var inner) -> inner.stream().mapToInt(this::foundClauses).sum();
      case Query.AnyOf(var inner) -> inner.stream().mapToInt(this::foundClauses).sum();
      case Query.Not(var inner) -> foundClauses(inner);
      case Query.In(var zone, var inner) -> foundClauses(inner);
      case Query.Words words -> typedClauses(words);
      case Query.Phrase phrase -> typedClauses(phrase);
      case Query.Everything everything -> 0;
      default -> 1;
    };
  }

  private int typedClauses(Query words) {
    return languages().stream().mapToInt(text -> Math.max(1, typed(words, text).size())).sum();
  }
}
