package org.lede.benchmarks.hibernate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.lede.benchmarks.Answer;
import org.lede.benchmarks.Engine;
import org.lede.benchmarks.IndexedArticle;
import org.lede.benchmarks.Question;
import org.lede.benchmarks.Wanted;

/**
 * Hibernate Search, as its documentation recommends it: a session for each question, ids and scores
 * projected so that no entity is loaded, {@code fetchHits} where no total is wanted, and {@code
 * terms} aggregations for facets. It has nothing for sideways counts, so each facet with a
 * selection is a question of its own, without hits. Months are terms, as it has no histogram of
 * dates.
 */
final class HibernateEngine implements Engine<HibernateEngine.Found> {
  private final CloseableSearchMapping mapping;

  /**
   * What was found.
   *
   * @param total how many match
   * @param hits the first of them
   * @param counts the most frequent values of each facet; or the months
   */
  record Found(long total, List<Answer.Hit> hits, Map<String, Map<String, Long>> counts) {
    Map<String, Long> counts(String field) {
      return counts.getOrDefault(field, Map.of());
    }
  }

  HibernateEngine(CloseableSearchMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public Found ask(Question question, Wanted wanted) {
    try (SearchSession session = mapping.createSession()) {
      var query = query(session, question, question.selected());
      return switch (wanted) {
        case BEST -> new Found(Answer.NOT_COUNTED, query.fetchHits(HITS), Map.of());
        case COUNT -> new Found(query.fetchTotalHitCount(), List.of(), Map.of());
        case FACETS -> counted(query, IndexedArticle.FACETS, HITS);
        case NEWEST -> counted(newest(query), IndexedArticle.FACETS, HITS);
        case SIDEWAYS -> sideways(session, query, question);
        case MONTHS -> byMonth(query);
        case SNIPPETS ->
            throw new IllegalArgumentException("hibernate cannot answer with " + wanted);
      };
    }
  }

  private static SearchQueryOptionsStep<?, ?, Answer.Hit, ?, ?, ?> query(
      SearchSession session, Question question, List<Question.Selected> selected) {
    return session
        .search(NewsArticle.class)
        .select(hit -> hit.composite().from(hit.id(String.class), hit.score()).as(Answer.Hit::new))
        .where(predicates -> predicate(predicates, question, selected));
  }

  private static PredicateFinalStep predicate(
      SearchPredicateFactory predicates, Question question, List<Question.Selected> selected) {
    PredicateFinalStep words = words(predicates, question);
    if (selected.isEmpty()) {
      return words;
    }
    var narrowed = predicates.bool().must(words);
    Map<String, List<String>> values =
        selected.stream()
            .collect(
                Collectors.groupingBy(
                    Question.Selected::facet,
                    Collectors.mapping(Question.Selected::value, Collectors.toList())));
    values.forEach(
        (facet, any) -> narrowed.filter(predicates.terms().field(facet).matchingAny(any)));
    return narrowed;
  }

  private static PredicateFinalStep words(SearchPredicateFactory predicates, Question question) {
    return switch (question.kind()) {
      case TERM, OR -> predicates.match().field(NewsArticle.TEXT).matching(question.text());
      case AND ->
          predicates
              .match()
              .field(NewsArticle.TEXT)
              .matching(question.text())
              .minimumShouldMatchPercent(100);
      case PHRASE -> predicates.phrase().field(NewsArticle.TEXT).matching(question.text());
      case EVERYTHING -> predicates.matchAll();
      case NEAR -> throw new IllegalArgumentException("hibernate cannot answer " + question);
    };
  }

  private static SearchQueryOptionsStep<?, ?, Answer.Hit, ?, ?, ?> newest(
      SearchQueryOptionsStep<?, ?, Answer.Hit, ?, ?, ?> query) {
    return query.sort(order ->
        order.field(NewsArticle.PUBLISHED).desc().missing().last().then().field(NewsArticle.ORDER));
  }

  private static Found counted(
      SearchQueryOptionsStep<?, ?, Answer.Hit, ?, ?, ?> query, List<String> facets, int hits) {
    for (String facet : facets) {
      query.aggregation(
          key(facet), counts -> counts.terms().field(facet, String.class).maxTermCount(VALUES));
    }
    SearchResult<Answer.Hit> result = query.fetch(hits);
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    facets.forEach(facet -> counts.put(facet, result.aggregation(key(facet))));
    return new Found(hits > 0 ? result.total().hitCount() : 0, result.hits(), counts);
  }

  private static AggregationKey<Map<String, Long>> key(String facet) {
    return AggregationKey.of(facet);
  }

  private static Found byMonth(SearchQueryOptionsStep<?, ?, Answer.Hit, ?, ?, ?> query) {
    SearchResult<Answer.Hit> result =
        query
            .aggregation(
                key(NewsArticle.MONTH),
                counts ->
                    counts
                        .terms()
                        .field(NewsArticle.MONTH, String.class)
                        .maxTermCount(Integer.MAX_VALUE))
            .fetch(0);
    return new Found(
        result.total().hitCount(),
        List.of(),
        Map.of(NewsArticle.MONTH, result.aggregation(key(NewsArticle.MONTH))));
  }

  private static Found sideways(
      SearchSession session,
      SearchQueryOptionsStep<?, ?, Answer.Hit, ?, ?, ?> query,
      Question question) {
    Set<String> selected =
        question.selected().stream().map(Question.Selected::facet).collect(Collectors.toSet());
    List<String> others = new ArrayList<>(IndexedArticle.FACETS);
    others.removeAll(selected);
    Found found = counted(query, others, HITS);
    for (String facet : selected) {
      List<Question.Selected> elsewhere =
          question.selected().stream().filter(each -> !each.facet().equals(facet)).toList();
      var counting = query(session, question, elsewhere).totalHitCountThreshold(1);
      found.counts().putAll(counted(counting, List.of(facet), 0).counts());
    }
    return found;
  }

  @Override
  public Set<String> matches(Question question) {
    try (SearchSession session = mapping.createSession()) {
      return query(session, question, question.selected()).fetchAllHits().stream()
          .map(Answer.Hit::id)
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  @Override
  public Answer answer(Found found, Wanted wanted) {
    List<Answer.Hit> hits =
        wanted == Wanted.NEWEST
            ? Answer.inOrder(found.hits().stream().map(Answer.Hit::id).toList())
            : found.hits();
    return new Answer(
        found.total(),
        hits,
        IndexedArticle.FACETS.stream()
            .filter(facet -> !found.counts(facet).isEmpty())
            .map(facet -> values(facet, found.counts(facet)))
            .toList(),
        Answer.months(found.counts(NewsArticle.MONTH)),
        List.of());
  }

  private static Answer.Values values(String facet, Map<String, Long> counts) {
    return new Answer.Values(
        facet,
        Answer.NOT_COUNTED,
        counts.entrySet().stream()
            .map(count -> new Answer.Value(count.getKey(), count.getValue()))
            .toList());
  }

  @Override
  public long size() {
    return ask(new Question(Question.Kind.EVERYTHING, "", List.of()), Wanted.COUNT).total();
  }

  @Override
  public int segments() {
    try (IndexReader reader =
        mapping.scope(NewsArticle.class).extension(LuceneExtension.get()).openIndexReader()) {
      return reader.leaves().size();
    } catch (IOException e) {
      throw new IllegalStateException("could not read the index", e);
    }
  }

  @Override
  public void close() {
    mapping.close();
  }
}
