package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.search.FacetRequest;
import org.lede.search.Interval;
import org.lede.search.Search;
import org.lede.search.SearchResult;

/**
 * Whether what is counted by terms is what is counted article by article: all answers must be those
 * of an index that has no memory for it.
 */
class CountedTermsTest {
  private static final int ARTICLES = 3_000;
  private static final List<String> WORDS =
      List.of("cable", "harbour", "minister", "tariff", "vote", "storm", "bank", "court");

  @TempDir Path folder;

  private final Random random = new Random(7);
  private ArticleIndex counted;
  private ArticleIndex plain;

  @BeforeEach
  void fill() throws IOException {
    counted = ArticleIndex.open(folder.resolve("counted"));
    plain =
        ArticleIndex.open(folder.resolve("plain"), IndexSettings.defaults().withFacetMegabytes(0));
    for (int part = 0; part < 3; part++) {
      List<Article> articles = articles(part * ARTICLES / 3, ARTICLES / 3);
      for (ArticleIndex index : List.of(counted, plain)) {
        index.addAll(articles);
        index.refresh();
      }
    }
    for (ArticleIndex index : List.of(counted, plain)) {
      index.add(Article.builder("bare").headline("cable harbour vote").build()); // without a value
      index.refresh();
    }
    counted.prepare();
  }

  @AfterEach
  void close() {
    counted.close();
    plain.close();
  }

  private List<Article> articles(int first, int number) {
    List<Article> articles = new ArrayList<>();
    for (int i = first; i < first + number; i++) {
      Article.Builder article =
          Article.builder("a" + i)
              .headline(words(3))
              .body(words(8))
              .published(Instant.ofEpochSecond(1_700_000_000L + i * 10_000L));
      for (int tag = random.nextInt(4); tag > 0; tag--) {
        article.tag(Tag.of(Facet.ORGANISATION, "Org " + (int) Math.pow(random.nextInt(12), 2)));
      }
      article.tag(Tag.of(Facet.COUNTRY, random.nextInt(3) == 0 ? "IR" : "DE"));
      articles.add(article.build());
    }
    return articles;
  }

  private String words(int number) {
    return String.join(
        " ",
        Stream.generate(() -> WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 2))))
            .limit(number)
            .toList());
  }

  @Test
  void giveTheSameAnswers() {
    check();
  }

  @Test
  void giveTheSameAnswersWhenArticlesAreReplacedAndDeleted() throws IOException {
    List<Article> replaced = articles(100, 300);
    for (ArticleIndex index : List.of(counted, plain)) {
      index.addAll(replaced);
      index.remove("a5");
      index.remove("a700");
      index.refresh();
    }
    checkCounts();
    counted.prepare();
    checkCounts();
  }

  @Test
  void giveTheSameAnswersAfterOptimizing() throws IOException {
    counted.optimize();
    counted.refresh();
    check();
    counted.prepare();
    check();
  }

  /** After any steps that an index takes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void giveTheSameAnswersInAnyState(int seed) throws IOException {
    random.setSeed(seed);
    for (int step = 0; step < 6; step++) {
      List<Article> articles = articles(random.nextInt(ARTICLES), random.nextInt(400));
      String removed = "a" + random.nextInt(ARTICLES);
      boolean optimize = random.nextInt(3) == 0;
      boolean prepare = random.nextBoolean();
      for (ArticleIndex index : List.of(counted, plain)) {
        index.addAll(articles);
        index.remove(removed);
        if (optimize) {
          index.optimize();
        }
        index.refresh();
      }
      if (prepare) {
        counted.prepare();
      }
      checkCounts();
    }
  }

  @Test
  void giveTheSamePages() {
    Search search =
        Search.of(Query.anyWord("cable harbour"))
            .facets(Facet.COUNTRY)
            .selected(Facet.COUNTRY, "DE")
            .withPages();
    SearchResult found = counted.search(search);
    SearchResult expected = plain.search(search);
    assertThat(found.total().count()).isGreaterThan(TopHits.COUNTED);
    for (int page = 0; page < 5; page++) {
      assertThat(found.hits()).isNotEmpty().isEqualTo(expected.hits());
      found = counted.search(search.after(found.next().orElseThrow()));
      expected = plain.search(search.after(expected.next().orElseThrow()));
    }
  }

  private void check() {
    checkCounts();
    for (Search search : searches()) {
      assertThat(counted.search(search).hits()).isEqualTo(plain.search(search).hits());
    }
  }

  /**
   * Compares all but the scores, for which Lucene counts deleted articles until they are merged.
   */
  private void checkCounts() {
    for (Search search : searches()) {
      SearchResult found = counted.search(search);
      SearchResult expected = plain.search(search);
      assertThat(found.total()).isEqualTo(expected.total());
      assertThat(found.facets()).isEqualTo(expected.facets());
      if (!search.timelines().isEmpty()) {
        assertThat(found.timeline()).isEqualTo(expected.timeline());
      }
    }
  }

  private static List<Search> searches() {
    List<Search> searches = new ArrayList<>();
    for (Query query :
        List.of(
            Query.everything(),
            Query.words("cable"),
            Query.words("court"),
            Query.anyWord("cable harbour"),
            Query.anyWord("court bank"),
            Query.anyWord("cable court vote"),
            Query.words("cable harbour"),
            Query.words("cable").andNot(Query.words("vote")),
            Query.phrase("cable harbour"),
            Query.about(Facet.COUNTRY, "IR"))) {
      Search search = Search.of(query).facets(Facet.COUNTRY, Facet.ORGANISATION);
      searches.add(search);
      searches.add(search.selected(Facet.COUNTRY, "IR"));
      searches.add(search.selected(Facet.ORGANISATION, "Org 0", "Org 100"));
      searches.add(search.selected(Facet.COUNTRY, "DE").selected(Facet.ORGANISATION, "Org 1"));
      searches.add(search.selected(Facet.COUNTRY, "FR").selected(Facet.ORGANISATION, "Org 121"));
      searches.add(search.timeline(Interval.MONTH, ZoneId.of("UTC")));
      searches.add(search.facets(FacetRequest.of(Facet.SOURCE)).newestFirst());
      searches.add(search.limit(0));
    }
    return searches;
  }
}
