package org.lede.index;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Search;

/**
 * What is done to an index, one step after the other.
 *
 * @param onDisk whether the index is in a folder, or in memory
 * @param learns whether the index learns frequent words from few articles
 * @param steps the steps
 */
record Script(boolean onDisk, boolean learns, List<Script.Step> steps) {
  private static final int MOST_STEPS = 16;

  /** Something done to an index. Each prints as what it takes to repeat it. */
  sealed interface Step {
    record Add(Article article) implements Step {
      @Override
      public String toString() {
        return "Add[" + described(article) + "]";
      }
    }

    record AddAll(List<Article> articles) implements Step {
      @Override
      public String toString() {
        return articles.stream()
            .map(Step::described)
            .collect(Collectors.joining(", ", "AddAll[", "]"));
      }
    }

    record Remove(String id) implements Step {}

    record RemoveAll(Query query) implements Step {}

    record Commit() implements Step {}

    record Refresh() implements Step {}

    record Optimize() implements Step {}

    record Reopen() implements Step {}

    record Find(Search search) implements Step {}

    record FindReadOnly(Search search) implements Step {}

    /** Comparing everything that is in the index. */
    record CheckAll() implements Step {}

    private static String described(Article article) {
      return "%s|%s|%s|%s|%s|%s|%s|%s"
          .formatted(
              article.id(),
              article.language(),
              article.headline(),
              article.lead(),
              article.body(),
              article.source(),
              article.published(),
              article.tags());
    }
  }

  /** Returns scripts, one in five of them for an index on disk. */
  static Arbitrary<Script> scripts() {
    Arbitrary<Boolean> onDisk = Arbitraries.frequency(Tuple.of(1, true), Tuple.of(4, false));
    Arbitrary<List<Step>> rest = RandomArticles.lists(anyStep(), 1, MOST_STEPS);
    return Combinators.combine(onDisk, Arbitraries.of(true, false), batches(), rest)
        .as((disk, learns, first, others) ->
            new Script(disk, learns, Stream.concat(Stream.of(first), others.stream()).toList()));
  }

  private static Arbitrary<Step> anyStep() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, RandomArticles.articles().map(Step.Add::new)),
        Tuple.of(4, batches()),
        Tuple.of(3, RandomArticles.ids().map(Step.Remove::new)),
        Tuple.of(1, RandomSearches.queries().map(Step.RemoveAll::new)),
        Tuple.of(1, Arbitraries.of(new Step.Commit(), new Step.Refresh(), new Step.CheckAll())),
        Tuple.of(3, Arbitraries.of(new Step.Optimize(), new Step.Optimize(), new Step.Reopen())),
        Tuple.of(26, RandomSearches.searches().map(Step.Find::new)),
        Tuple.of(1, RandomSearches.searches().map(Step.FindReadOnly::new)));
  }

  private static Arbitrary<Step> batches() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(new Step.AddAll(List.of()))),
        Tuple.of(4, RandomArticles.lists(RandomArticles.articles(), 1, 12).map(Step.AddAll::new)));
  }
}
