package org.lede.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/**
 * Random articles of few words, few facet values and few dates, so that whatever a random query
 * asks for is often there. Each kind of value has some that are awkward on purpose.
 */
final class RandomArticles {
  static final Facet DESK = Facet.named("desk");
  static final Facet REGION = Facet.hierarchical("region");
  static final List<Facet> FACETS =
      List.of(
          Facet.COUNTRY,
          Facet.ORGANISATION,
          Facet.TOPIC,
          Facet.SOURCE,
          Facet.LANGUAGE,
          DESK,
          REGION);

  /** Words of which no two become the same in any language. */
  static final List<String> DISTINCT_WORDS = List.of("internet", "news", "the", "ایران", "сети");

  private static final List<String> OTHER_WORDS =
      List.of(
          "Exports",
          "export",
          "exporting",
          "exports'",
          "newest",
          "new",
          "state",
          "State's",
          "of",
          "union",
          "blackout",
          "black-out",
          "5G",
          "2023",
          "٢٠٢٣",
          "café",
          "cafe",
          "Straße",
          "интернет",
          "интернета",
          "сетью",
          "сеть",
          "блокировки",
          "блокировка",
          "اينترنت",
          "اینترنت",
          "می‌شود",
          "شبکه‌ها",
          "شبکه",
          "网络",
          "𐐨𐐩𐐪",
          "𐐨𐐩",
          "😀",
          "?!",
          "intrenet");

  private static final List<String> SEPARATORS =
      List.of(" ", " ", " ", " ", ", ", "\n", "\r\n", "\t", " ?! ", ". ", "! ", "? ");

  private static final List<String> BLANK_LINES =
      List.of("\n\n", "\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\n\n\n", "\r\n\n");

  private static final List<String> SOURCES = List.of("", "Wire", "wire", "Wire 2", "Ünïon/A");
  static final List<String> LANGUAGES = List.of("en", "en-GB", "ru", "fa", "", "haw");
  static final List<Instant> DATES =
      List.of(
          Instant.parse("2023-08-01T00:00:00Z"),
          Instant.parse("2023-08-01T00:00:00.001Z"),
          Instant.parse("2023-07-31T23:59:59.999Z"),
          Instant.parse("1969-12-31T23:59:59.999Z"),
          Article.MIN_PUBLISHED,
          Article.MAX_PUBLISHED);

  private static final List<String> IDS =
      List.of(
          "a", "b", "c", "d", "e", "B", "10", "9", "é", "z", "ﬀ", "～", "😀", "a b", "a/b", "aa");

  private RandomArticles() {}

  /** Returns articles of few ids, so that many replace another. */
  static Arbitrary<Article> articles() {
    return articles(ids());
  }

  static Arbitrary<String> ids() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(IDS)),
        Tuple.of(2, Arbitraries.integers().between(1, 30).map(String::valueOf)));
  }

  static Arbitrary<Article> articles(Arbitrary<String> ids) {
    return Combinators.combine(
            ids,
            Arbitraries.of(LANGUAGES),
            texts(4),
            texts(4),
            bodies(),
            Arbitraries.of(SOURCES),
            lists(Arbitraries.of(DATES), 0, 1),
            lists(tags(), 0, 8))
        .as((id, language, headline, lead, body, source, published, tags) -> {
          Article.Builder article =
              Article.builder(id)
                  .language(language)
                  .headline(headline)
                  .lead(lead)
                  .body(body)
                  .source(source)
                  .url("https://example.org/" + headline.length())
                  .bylines(tags.stream().map(Tag::value).limit(2).toList())
                  .tags(tags);
          published.forEach(article::published);
          return article.build();
        });
  }

  /** Returns bodies, some of them long: only up to 40 words does Lucene know lengths exactly. */
  private static Arbitrary<String> bodies() {
    return Combinators.combine(
            joined(texts(8), BLANK_LINES, 4), Arbitraries.frequency(Tuple.of(9, 1), Tuple.of(1, 9)))
        .as(String::repeat);
  }

  private static Arbitrary<String> texts(int most) {
    return joined(words(), SEPARATORS, most);
  }

  private static Arbitrary<String> joined(
      Arbitrary<String> pieces, List<String> separators, int most) {
    Arbitrary<String> separated =
        Combinators.combine(pieces, Arbitraries.of(separators))
            .as((piece, separator) -> piece + separator);
    return lists(separated, 0, most).map(all -> String.join("", all));
  }

  /** Returns lists of which each length is as likely as any other. */
  static <T> Arbitrary<List<T>> lists(Arbitrary<T> elements, int least, int most) {
    return elements
        .list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  static Arbitrary<String> words() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(DISTINCT_WORDS.subList(0, 2))),
        Tuple.of(2, Arbitraries.of(DISTINCT_WORDS)),
        Tuple.of(2, Arbitraries.of(OTHER_WORDS)));
  }

  private static final List<String> ALIASES = List.of("ITU", "I.T.U.", "RKN", "Ü\tn\n1", "😀");

  private static Arbitrary<Tag> tags() {
    List<Facet> tagged = new ArrayList<>(FACETS);
    tagged.removeAll(List.of(Facet.SOURCE, Facet.LANGUAGE));
    Arbitrary<Double> saliences = Arbitraries.of(1.0, 0.5, 0.49999, 0.50001, 0.3, 0.0);
    return Arbitraries.of(tagged)
        .flatMap(facet ->
            Combinators.combine(values(facet), saliences, lists(Arbitraries.of(ALIASES), 0, 2))
                .as((value, salience, aliases) -> new Tag(facet, value, salience, aliases)));
  }

  /** Returns values of a facet, some of which no article has. */
  static Arbitrary<String> values(Facet facet) {
    return Arbitraries.of(
        switch (facet.name()) {
          case "country" -> List.of("IR", "RU", "DE", "SUHH");
          case "organisation" -> List.of("ITU", "itu", "ITU/T", "Роскомнадзор", "～", "😀");
          case "topic" ->
              List.of("net", "net/censor", "net/censorship", "net/censorship/dns", "telecoms");
          case "source" -> List.of("Wire", "wire", "Wire 2", "Ünïon/A", "none");
          case "language" -> List.of("en", "ru", "fa", "haw", "de");
          case "desk" -> List.of("east", "east/1", "west");
          default -> List.of("asia", "asia/ir", "asia/iran", "europe/ru");
        });
  }
}
