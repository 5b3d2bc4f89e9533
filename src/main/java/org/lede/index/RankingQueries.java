package org.lede.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.lede.Facet;
import org.lede.query.Budget;
import org.lede.search.Ranking;

/**
 * Makes the queries that add to the scores of what another finds, as a {@link Ranking} has it.
 *
 * <p>What they add is bounded, so that Lucene skips by blocks where even all of it would not bring
 * a document among the best.
 */
final class RankingQueries {
  /**
   * How many clauses a query may have together with what is added to its scores. Lucene takes
   * 1,024. The parts of the formula are added one after the other, those that take few clauses
   * first, and each as a whole or, when there is no room for it, not at all.
   */
  static final int MAX_CLAUSES = 1_000;

  private final Snapshot snapshot;
  private final TextAnalysis analysis;
  private final Budget budget;
  private final Ranking ranking;
  private final Instant now;

  /**
   * Makes queries for one search.
   *
   * @param now from when the age of articles counts
   */
  RankingQueries(
      Snapshot snapshot, TextAnalysis analysis, Budget budget, Ranking ranking, Instant now) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.budget = budget;
    this.ranking = ranking;
    this.now = now;
  }

  /**
   * Returns a query that finds the same as another, but scores it as the ranking has it.
   *
   * @param asked what is asked for
   * @param found a query for the articles that answer that and whatever else is required
   */
  Query scored(org.lede.query.Query asked, Query found) throws IOException {
    if (isByWordsAlone() && ranking.recency() == 0 && ranking.sources().isEmpty()) {
      return found; // to find out that there is nothing to add would take a tenth of a short search
    }
    Room room = new Room(MAX_CLAUSES - clauses(found));
    List<Query> byTime = room.taken(recency());
    List<Query> bySource = room.taken(sources());
    SequencedMap<String, Question> questions = questions(asked);
    List<Query> byWords = new ArrayList<>(room.taken(headlines(questions)));
    byWords.addAll(room.taken(words(questions, Schema::opening, ranking.opening())));
    byWords.addAll(room.taken(closeness(questions)));
    List<Query> byOthers = Stream.concat(byTime.stream(), bySource.stream()).toList();
    return joined(Occur.MUST, withWords(found, byWords), byOthers);
  }

  /** What is left of the clauses that a query may have. */
  private static final class Room {
    private int left;

    private Room(int left) {
      this.left = left;
    }

    private List<Query> taken(List<Query> part) {
      int clauses = part.stream().mapToInt(RankingQueries::clauses).sum();
      if (clauses > left) {
        return List.of();
      }
      left -= clauses;
      return part;
    }
  }

  /**
   * Adds to the scores of a query by the words it looks for. If any one of them is enough, whatever
   * adds to the score finds nothing that the query does not find by itself; so it can be one more
   * of the alternatives, and Lucene skips far more than where something is required.
   */
  private static Query withWords(Query found, List<Query> byWords) {
    if (isAnyOf(found)) {
      return joined(Occur.SHOULD, found, byWords);
    }
    Optional<Query> ranking = onlyScored(found);
    if (ranking.isEmpty() || !isAnyOf(ranking.get())) {
      return joined(Occur.MUST, found, byWords);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (BooleanClause clause : (BooleanQuery) found) {
      boolean scores = clause.occur() == Occur.MUST;
      all.add(
          scores ? joined(Occur.SHOULD, clause.query(), byWords) : clause.query(), clause.occur());
    }
    return all.build();
  }

  private static Query joined(Occur occur, Query found, List<Query> added) {
    if (added.isEmpty()) {
      return found; // every layer costs time
    }
    BooleanQuery.Builder joined = new BooleanQuery.Builder().add(found, occur);
    added.forEach(query -> joined.add(query, Occur.SHOULD));
    return joined.build();
  }

  /** Tells whether a query is for any of some words, or other things that are one by one. */
  private static boolean isAnyOf(Query query) {
    return query instanceof BooleanQuery several
        ? several.getMinimumNumberShouldMatch() == 0
            && several.clauses().stream()
                .allMatch(clause -> clause.occur() == Occur.SHOULD && isAnyOf(clause.query()))
        : !(query instanceof WholeQuery); // what is in that, it does not tell
  }

  /** Returns the one part of a query that scores, if the others only exclude or narrow. */
  private static Optional<Query> onlyScored(Query query) {
    if (!(query instanceof BooleanQuery all) || all.getMinimumNumberShouldMatch() > 0) {
      return Optional.empty();
    }
    List<BooleanClause> scored = all.clauses().stream().filter(BooleanClause::isScoring).toList();
    return scored.size() == 1 && scored.getFirst().occur() == Occur.MUST
        ? Optional.of(scored.getFirst().query())
        : Optional.empty();
  }

  /** Tells whether it means nothing where the words stand. */
  private boolean isByWordsAlone() {
    return ranking.headline() + ranking.opening() + ranking.closeness() == 0;
  }

  private SequencedMap<String, Question> questions(org.lede.query.Query asked) {
    SequencedMap<String, Question> questions = new TreeMap<>();
    if (isByWordsAlone()) {
      return questions; // to take the words apart once more would be for nothing
    }
    for (String language : snapshot.languages()) {
      Question.Reader reader =
          new Question.Reader(language, analysis, ranking.functionWords(), budget.phraseLength());
      questions.put(language, reader.read(asked));
    }
    return questions;
  }

  // what stands where

  private List<Query> headlines(SequencedMap<String, Question> questions) {
    List<Query> headlines = words(questions, Schema::headline, ranking.headline());
    if (ranking.headline() > 0) {
      questions.forEach((language, question) ->
          question
              .phrases()
              .forEach(phrase ->
                  headlines.add(
                      weighted(phrase(Schema.headline(language), phrase), ranking.headline()))));
    }
    return headlines;
  }

  private static List<Query> words(
      SequencedMap<String, Question> questions, Function<String, String> field, double weight) {
    List<Query> words = new ArrayList<>();
    questions.forEach((language, question) ->
        question
            .words()
            .forEach((word, times) -> {
              if (times * weight > 0) {
                Term term = new Term(field.apply(language), word);
                words.add(weighted(new TermQuery(term), times * weight));
              }
            }));
    return words;
  }

  private static Query phrase(String field, Question.Phrase phrase) {
    PhraseQuery.Builder words = new PhraseQuery.Builder().setSlop(phrase.slop());
    phrase.words().forEach(word -> words.add(new Term(field, word.term()), word.position()));
    return words.build();
  }

  private List<Query> closeness(SequencedMap<String, Question> questions) {
    List<Query> neighbours = new ArrayList<>();
    if (ranking.closeness() > 0) {
      questions.forEach((language, question) ->
          question
              .pairs()
              .forEach(pair ->
                  neighbours.add(
                      weighted(
                          new NeighboursQuery(Schema.text(language), pair.one(), pair.other()),
                          ranking.closeness()))));
    }
    return neighbours;
  }

  // what the question has no say in

  /**
   * Returns queries that score how new articles are. Lucene's own takes an article of tomorrow for
   * as old as one of yesterday, so where there are such articles, they get a query of their own.
   */
  private List<Query> recency() throws IOException {
    if (ranking.recency() == 0) {
      return List.of();
    }
    byte[] newest = PointValues.getMaxPackedValue(snapshot.reader(), Schema.PUBLISHED);
    if (newest == null) {
      return List.of();
    }
    long today = now.toEpochMilli();
    Query byAge =
        LongField.newDistanceFeatureQuery(
            Schema.PUBLISHED, (float) ranking.recency(), today, ranking.halfLife().toMillis());
    if (LongPoint.decodeDimension(newest, 0) <= today) {
      return List.of(byAge);
    }
    Query past =
        new BooleanQuery.Builder()
            .add(byAge, Occur.MUST)
            .add(LongField.newRangeQuery(Schema.PUBLISHED, Long.MIN_VALUE, today), Occur.FILTER)
            .build();
    Query future = LongField.newRangeQuery(Schema.PUBLISHED, today + 1, Long.MAX_VALUE);
    return List.of(past, weighted(new ConstantScoreQuery(future), ranking.recency()));
  }

  /** Returns a query for each weight, which many sources may have in common. */
  private List<Query> sources() {
    SequencedMap<Double, List<BytesRef>> byWeight = new TreeMap<>();
    ranking
        .sources()
        .forEach((source, weight) ->
            byWeight.computeIfAbsent(weight, each -> new ArrayList<>()).add(new BytesRef(source)));
    byWeight.remove(0.0);
    List<Query> sources = new ArrayList<>();
    byWeight.forEach((weight, names) ->
        sources.add(
            weighted(
                new ConstantScoreQuery(new TermInSetQuery(Schema.about(Facet.SOURCE), names)),
                weight)));
    return sources;
  }

  private static Query weighted(Query query, double weight) {
    return new BoostQuery(query, (float) weight);
  }

  // how many clauses there are

  /** Returns how many clauses a query has, as Lucene counts them before it refuses one. */
  static int clauses(Query query) {
    Counter counter = new Counter();
    query.visit(counter);
    return counter.count;
  }

  private static final class Counter extends QueryVisitor {
    private int count;

    @Override
    public void visitLeaf(Query query) {
      count++;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
      count += terms.length;
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, Supplier<ByteRunAutomaton> automaton) {
      count++;
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      return this; // or else what is excluded would not be counted
    }
  }
}
