package org.lede.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

class GeneratedArticlesTest {
  private static final List<Article> ARTICLES = new GeneratedArticles(7, 20_000).stream().toList();

  @Test
  void areTheSameForTheSameSeed() {
    List<Article> again = new GeneratedArticles(7, 500).stream().toList();

    assertThat(again).isEqualTo(ARTICLES.subList(0, 500));
  }

  @Test
  void areTheSameAtAPositionWhateverWasMadeBefore() {
    assertThat(new GeneratedArticles(7, 1).at(12_345)).isEqualTo(ARTICLES.get(12_345));
  }

  @Test
  void areOthersForAnotherSeed() {
    assertThat(new GeneratedArticles(8, 1).at(0).body()).isNotEqualTo(ARTICLES.getFirst().body());
  }

  @Test
  void haveIdsOfTheirOwn() {
    assertThat(ARTICLES).extracting(Article::id).doesNotHaveDuplicates();
  }

  @Test
  void haveAbout130WordsAndALongTail() {
    List<Integer> lengths =
        ARTICLES.stream().map(article -> words(article).size()).sorted().toList();

    assertThat(lengths.stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isBetween(125.0, 136.0);
    assertThat(lengths.get(lengths.size() / 2)).isBetween(112, 124);
    assertThat(lengths.get(lengths.size() * 99 / 100)).isGreaterThan(300);
  }

  @Test
  void haveWordsAsFrequentAsZipfSays() {
    List<Long> counts = descending(ARTICLES.stream().flatMap(article -> words(article).stream()));
    double slope = Math.log(counts.get(9_999) / (double) counts.get(99)) / Math.log(9_999.5 / 99.5);

    assertThat(slope).isCloseTo(-1.07, within(0.12));
    assertThat(counts.getFirst() / (double) counts.stream().mapToLong(Long::longValue).sum())
        .isBetween(0.02, 0.08);
    assertThat(counts).hasSizeGreaterThan(80_000);
  }

  @Test
  void haveWordsThatLikeToFollowEachOther() {
    Map<String, Long> words = counts(ARTICLES.stream().flatMap(article -> words(article).stream()));
    Map<String, Long> pairs = counts(ARTICLES.stream().flatMap(article -> pairs(words(article))));
    double total = words.values().stream().mapToLong(Long::longValue).sum();

    long attracted =
        pairs.entrySet().stream()
            .filter(pair -> pair.getValue() >= 20)
            .filter(pair -> pair.getValue() > 5 * expected(pair.getKey(), words, total))
            .count();

    assertThat(attracted).isGreaterThan(2_000);
  }

  @Test
  void nameEveryCountryAndTopicButSomeFarMoreOften() {
    List<Long> countries = descending(values(Facet.COUNTRY));
    List<Long> topics = descending(values(Facet.TOPIC));

    assertThat(countries).hasSize(147);
    assertThat(topics).hasSize(119);
    assertThat(countries.getFirst()).isGreaterThan(20 * countries.getLast());
    assertThat(topics.getFirst()).isGreaterThan(5 * topics.getLast());
  }

  @Test
  void nameMostOfTheOrganisationsButSomeFarMoreOften() {
    List<Long> organisations = descending(values(Facet.ORGANISATION));

    assertThat(organisations).hasSizeBetween(12_000, MadeUpTags.ORGANISATIONS);
    assertThat(organisations.getFirst()).isGreaterThan(100 * organisations.get(5_000));
  }

  @Test
  void areAboutSomeTagsAndMerelyMentionOthers() {
    List<Double> saliences =
        ARTICLES.stream().flatMap(article -> article.tags().stream()).map(Tag::salience).toList();

    assertThat(saliences).allMatch(salience -> salience >= 0.1 && salience <= 1);
    assertThat(saliences.stream().filter(salience -> salience >= 0.5).count())
        .isBetween(saliences.size() * 3L / 10, saliences.size() * 7L / 10);
  }

  @Test
  void arePublishedOverYears() {
    Set<String> years = new HashSet<>();
    ARTICLES.forEach(
        article -> years.add(article.published().orElseThrow().toString().substring(0, 4)));

    assertThat(years).hasSize(11);
  }

  @Test
  void aCountryIsAnIsoCode() {
    assertThat(Locale.getISOCountries()).contains(MadeUpTags.COUNTRIES.toArray(String[]::new));
  }

  @Test
  void aSkewedNumberComesAsOftenAsItsWeightSays() {
    Skewed skewed = Skewed.zipf(5, 1, 0);
    SplittableRandom random = new SplittableRandom(1);
    long[] counts = new long[5];

    LongStream.range(0, 1_000_000).forEach(i -> counts[skewed.next(random)]++);

    double total = IntStream.rangeClosed(1, 5).mapToDouble(i -> 1.0 / i).sum();
    for (int i = 0; i < 5; i++) {
      assertThat(counts[i] / 1_000_000.0).isCloseTo(1 / (i + 1.0) / total, within(0.003));
    }
  }

  private static List<String> words(Article article) {
    String text = article.headline() + " " + article.lead() + " " + article.body();
    return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"));
  }

  private static Stream<String> pairs(List<String> words) {
    return IntStream.range(1, words.size()).mapToObj(i -> words.get(i - 1) + " " + words.get(i));
  }

  private static double expected(String pair, Map<String, Long> words, double total) {
    String[] both = pair.split(" ", 2);
    return words.getOrDefault(both[0], 0L) * words.getOrDefault(both[1], 0L) / total;
  }

  private static Stream<String> values(Facet facet) {
    return ARTICLES.stream()
        .flatMap(article -> article.tags().stream())
        .filter(tag -> tag.facet().equals(facet))
        .map(Tag::value);
  }

  private static Map<String, Long> counts(Stream<String> values) {
    return values.collect(groupingBy(Function.identity(), counting()));
  }

  private static List<Long> descending(Stream<String> values) {
    return counts(values).values().stream().sorted(Comparator.reverseOrder()).toList();
  }
}
