package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Search;
import org.lede.search.SearchResult;

/** What depends on all articles of an index, compared with what is found by looking at each. */
class TypedSearchPropertyTest {
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void findsThoseThatLackTheFewestWords(
      @ForAll("articles") List<Article> articles, @ForAll("words") List<String> words) {
    String text = String.join(" ", words);
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      index.addAll(articles);

      SearchResult result = index.search(Search.typed(text).limit(100));

      assertThat(new TreeSet<>(result.ids())).as(text).isEqualTo(expected(articles, text));
    }
  }

  private static Set<String> expected(Collection<Article> articles, String text) {
    Map<String, Integer> missing = new HashMap<>();
    for (Article article : byId(articles).values()) {
      NaiveText held = NaiveText.of(article);
      List<NaiveText.Word> words = held.of(text).words();
      int found = (int) words.stream().filter(word -> held.has(word.text())).count();
      if (found > 0) {
        missing.put(article.id(), words.size() - found);
      }
    }
    int fewest = missing.values().stream().mapToInt(each -> each).min().orElse(0);
    return missing.entrySet().stream()
        .filter(each -> each.getValue() == fewest)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void findsArticlesThatShareTheWordsThatTellOneFromOthers(
      @ForAll("articles") List<Article> articles) {
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      byId(articles).values().forEach(index::add);
      for (Article article : byId(articles).values()) {
        SearchResult result =
            index.search(Search.of(Query.like(article.id())).limit(100).withIdsOnly());

        assertThat(new TreeSet<>(result.ids()))
            .as(article.id())
            .isEqualTo(like(article, byId(articles).values()));
      }
    }
  }

  private static Set<String> like(Article article, Collection<Article> all) {
    NaiveText text = NaiveText.of(article);
    List<NaiveText> texts =
        all.stream()
            .map(NaiveText::of)
            .filter(other -> other.language().equals(text.language()) && !other.isEmpty())
            .toList();
    List<String> telling =
        text.words().stream()
            .map(NaiveText.Word::text)
            .distinct()
            .filter(word -> with(texts, word) > 1)
            .sorted(
                Comparator.comparingDouble((String word) -> -text.count(word) * rarity(texts, word))
                    .thenComparing(NaiveIndex.CODE_POINTS))
            .limit(25)
            .toList();
    Set<String> like = new TreeSet<>();
    for (Article other : all) {
      NaiveText held = NaiveText.of(other);
      long shared = telling.stream().filter(held::has).count();
      if (!other.id().equals(article.id())
          && held.language().equals(text.language())
          && !telling.isEmpty()
          && shared * 10 >= telling.size() * 3L) {
        like.add(other.id());
      }
    }
    return like;
  }

  private static long with(List<NaiveText> texts, String word) {
    return texts.stream().filter(text -> text.has(word)).count();
  }

  private static double rarity(List<NaiveText> texts, String word) {
    long with = with(texts, word);
    return Math.log(1 + (texts.size() - with + 0.5) / (with + 0.5));
  }

  private static Map<String, Article> byId(Collection<Article> articles) {
    Map<String, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    return byId;
  }

  @Provide
  Arbitrary<List<Article>> articles() {
    return RandomArticles.lists(RandomArticles.articles(RandomArticles.ids()), 1, 15)
        .map(ArrayList::new);
  }

  @Provide
  Arbitrary<List<String>> words() {
    Arbitrary<String> plain = RandomArticles.words().filter(TypedSearchPropertyTest::isPlain);
    return RandomArticles.lists(Arbitraries.oneOf(plain, Arbitraries.of("unknown")), 1, 6);
  }

  /** Tells whether a word is read as nothing but a word. */
  private static boolean isPlain(String word) {
    return word.codePoints().allMatch(Character::isLetterOrDigit);
  }
}
