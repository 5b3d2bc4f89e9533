package org.lede.index;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.query.Query.Match;
import org.lede.query.Zone;

/**
 * An article, and whether it matches a query: that depends on the two of them alone.
 *
 * @param article the article
 * @param texts its words, of each field
 * @param field where to look
 * @param text the words there that may be looked at
 * @param narrowed whether these are only those of a zone
 */
record NaiveArticle(
    Article article, Map<Field, NaiveText> texts, Field field, NaiveText text, boolean narrowed) {
  private static final double ABOUT = 0.5;

  /** What is kept apart from the rest, and has lengths and rarities of its own. */
  enum Field {
    TEXT,
    HEADLINE,
    OPENING,
    BYLINE
  }

  static NaiveArticle of(Article article) {
    NaiveText text = NaiveText.of(article);
    return new NaiveArticle(
        article,
        Map.of(
            Field.TEXT,
            text,
            Field.HEADLINE,
            NaiveText.ofHeadline(article),
            Field.OPENING,
            NaiveText.ofOpening(text),
            Field.BYLINE,
            NaiveText.ofByline(article)),
        Field.TEXT,
        text,
        false);
  }

  /** Returns this article with only a zone of what may be looked at now. */
  NaiveArticle in(Zone zone) {
    if (zone.equals(Zone.BYLINE) && !narrowed) {
      return only(Field.BYLINE);
    }
    Field next = zone.equals(Zone.HEADLINE) && field == Field.TEXT ? Field.HEADLINE : field;
    return new NaiveArticle(article, texts, next, text.in(zone), true);
  }

  /** Returns this article with only a field of it to be looked at. */
  NaiveArticle only(Field some) {
    return new NaiveArticle(article, texts, some, whole(some), true);
  }

  /** Returns all the words of a field. */
  NaiveText whole(Field some) {
    return Objects.requireNonNull(texts.get(some));
  }

  String id() {
    return article.id();
  }

  boolean matches(Query query) {
    return switch (query) {
      case Query.Words words -> matches(words);
      case Query.Phrase(var phrase, var slop) -> hasPhrase(text.of(phrase), slop);
      case Query.Prefix prefix -> isPlaced(prefix, 1);
      case Query.Wildcard wildcard -> isPlaced(wildcard, 1);
      case Query.Fuzzy fuzzy -> isPlaced(fuzzy, 1);
      case Query.Near near -> isPlaced(near, 1);
      case Query.Same same -> isPlaced(same, 1);
      case Query.AtLeast(var many, var times) -> isPlaced(many, times);
      case Query.In(var zone, var inner) -> in(zone).matches(inner);
      case Query.AllOf(var parts) -> parts.stream().allMatch(this::matches);
      case Query.AnyOf(var parts) -> parts.stream().anyMatch(this::matches);
      case Query.Not(var excluded) -> !matches(excluded);
      case Query.About(var facet, var value) -> about(facet).contains(value);
      case Query.Mentions(var facet, var value) -> values(facet, 0).contains(value);
      case Query.Salient(var facet, var value, var salience) ->
          values(facet, salience).contains(value);
      case Query.Published(var from, var to) -> isPublished(from, to);
      case Query.Like like -> throw new IllegalArgumentException(like + " was not made plain");
      case Query.Everything everything -> true;
    };
  }

  private boolean matches(Query.Words query) {
    Stream<String> words = text.of(query.text()).words().stream().map(NaiveText.Word::text);
    return query.match() == Match.ALL
        ? !text.of(query.text()).isEmpty() && words.allMatch(text::has)
        : words.anyMatch(text::has);
  }

  private boolean hasPhrase(NaiveText phrase, int slop) {
    if (phrase.isEmpty()) {
      return false;
    }
    return slop == 0 ? text.countPhrase(phrase) > 0 : text.hasPhrase(phrase, slop);
  }

  private boolean isPlaced(Query query, int times) {
    return new NaivePlaces(text)
        .of(query).stream().allMatch(placed -> placed.spans().size() >= times);
  }

  private boolean isPublished(Instant from, Instant to) {
    Optional<Instant> time = article.published();
    return time.isPresent() && !time.get().isBefore(from) && time.get().isBefore(to);
  }

  /** Returns the values of a facet that the article is about, those above them included. */
  Set<String> about(Facet facet) {
    return values(facet, ABOUT);
  }

  /** Returns the values of a facet that the article at least mentions. */
  Set<String> mentioned(Facet facet) {
    return values(facet, 0);
  }

  private Set<String> values(Facet facet, double leastSalience) {
    if (facet.equals(Facet.SOURCE)) {
      return unlessEmpty(article.source());
    }
    if (facet.equals(Facet.LANGUAGE)) {
      return unlessEmpty(Languages.primary(article.language()));
    }
    Set<String> values = new TreeSet<>();
    for (Tag tag : article.tags()) {
      if (tag.facet().equals(facet) && tag.salience() >= leastSalience) {
        values.addAll(facet.withAncestors(tag.value()));
      }
    }
    return values;
  }

  private static Set<String> unlessEmpty(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }
}
