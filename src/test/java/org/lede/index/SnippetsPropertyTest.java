package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.query.Zone;
import org.lede.search.ClauseMatch;
import org.lede.search.Hit;
import org.lede.search.Search;
import org.lede.search.Snippet;
import org.lede.search.Snippet.Span;

/** Compares what is marked of random articles with {@link NaiveMarks}. */
class SnippetsPropertyTest {
  /** Fewer tries than usual: the naive search tries everything for every hit. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void marksWhatTheNaiveSearchMarks(
      @ForAll("batches") List<Article> articles,
      @ForAll("queries") List<Query> queries,
      @ForAll @IntRange(max = 3) int number,
      @ForAll("lengths") int length) {
    NaiveIndex naive = new NaiveIndex();
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      Article.Builder knowing = Article.builder("knows all facets");
      knowing.tag(Tag.of(Facet.named("desk"), "x")).tag(Tag.of(Facet.hierarchical("region"), "x"));
      index.add(knowing.build());
      index.remove("knows all facets");
      articles.forEach(naive::add);
      index.addAll(articles);
      for (Query query : queries) {
        Search search = Search.of(query).limit(100).snippets(number, length).withMatches();
        for (Hit hit : index.search(search).hits()) {
          check(hit, query, number, length);
        }
      }
    }
  }

  private static void check(Hit hit, Query query, int number, int length) {
    List<NaiveMarks.Marked> expected = NaiveMarks.of(query, NaiveArticle.of(hit.article()));

    assertThat(hit.matches().stream().map(ClauseMatch::clause).toList())
        .as("clauses of %s in %s", query, hit)
        .isEqualTo(expected.stream().map(NaiveMarks.Marked::clause).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(hit.matches().get(i).places())
          .as("places of %s in %s", hit.matches().get(i).clause(), hit)
          .doesNotHaveDuplicates()
          .hasSameElementsAs(expected.get(i).places());
    }
    checkShape(hit, number, length);
    Map<Zone.Part, BitSet> marked = marked(expected);
    hit.snippets().forEach(snippet -> checkMarks(snippet, marked));
  }

  private static void checkShape(Hit hit, int number, int length) {
    Map<Zone.Part, Integer> count = new HashMap<>();
    Map<Zone.Part, Integer> end = new HashMap<>();
    for (Snippet snippet : hit.snippets()) {
      count.merge(snippet.zone(), 1, Integer::sum);
      assertThat(text(hit.article(), snippet.zone()).substring(snippet.start()))
          .startsWith(snippet.text());
      assertThat(snippet.text()).isEqualTo(snippet.text().strip()).isNotEmpty();
      assertThat(snippet.start()).isGreaterThanOrEqualTo(end.getOrDefault(snippet.zone(), 0));
      end.put(snippet.zone(), snippet.start() + snippet.text().length());
      if (snippet.zone() != Zone.Part.HEADLINE) {
        assertThat(snippet.text().length()).isLessThanOrEqualTo(length);
      }
      checkSpans(snippet.spans(), 0, snippet.text().length());
      snippet.spans().forEach(span -> checkSpans(span.words(), span.start(), span.end()));
    }
    assertThat(hit.snippets().stream().map(Snippet::zone)).isSorted();
    assertThat(count.getOrDefault(Zone.Part.HEADLINE, 0))
        .isEqualTo(hit.article().headline().isBlank() ? 0 : 1);
    assertThat(count.getOrDefault(Zone.Part.LEAD, 0) + count.getOrDefault(Zone.Part.BODY, 0))
        .isLessThanOrEqualTo(number);
    assertThat(count.getOrDefault(Zone.Part.BYLINE, 0)).isLessThanOrEqualTo(1);
  }

  private static void checkSpans(List<Span> spans, int start, int end) {
    int from = start;
    for (Span span : spans) {
      assertThat(span.start()).isGreaterThanOrEqualTo(from);
      assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(end);
      from = span.end();
    }
  }

  /** Returns the characters of the words that are marked in each zone. */
  private static Map<Zone.Part, BitSet> marked(List<NaiveMarks.Marked> clauses) {
    Map<Zone.Part, BitSet> marked = new HashMap<>();
    for (NaiveMarks.Marked clause : clauses) {
      for (NaiveMarks.Mark mark : clause.marks()) {
        for (NaiveText.Word word : mark.words()) {
          marked.computeIfAbsent(word.zone(), zone -> new BitSet()).set(word.start(), word.end());
        }
      }
    }
    return marked;
  }

  private static void checkMarks(Snippet snippet, Map<Zone.Part, BitSet> marked) {
    BitSet all = marked.getOrDefault(snippet.zone(), new BitSet());
    BitSet expected = all.get(snippet.start(), snippet.start() + snippet.text().length());
    BitSet found = new BitSet();
    for (Span span : snippet.spans()) {
      (span.words().isEmpty() ? List.of(span) : span.words())
          .forEach(word -> found.set(word.start(), word.end()));
    }
    assertThat(found).as("marks of %s", snippet).isEqualTo(expected);
  }

  private static String text(Article article, Zone.Part zone) {
    return switch (zone) {
      case HEADLINE -> article.headline();
      case LEAD -> article.lead();
      case BODY -> article.body();
      case BYLINE -> String.join(", ", article.bylines());
    };
  }

  @Provide
  Arbitrary<List<Article>> batches() {
    return RandomArticles.lists(RandomArticles.articles(), 1, 12);
  }

  @Provide
  Arbitrary<List<Query>> queries() {
    return RandomArticles.lists(RandomSearches.queries(), 1, 12);
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.of(20, 21, 30, 60, 320);
  }
}
