package org.lede.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lede.index.NaivePlaces.Span;
import org.lede.query.Query;
import org.lede.query.Query.Match;
import org.lede.search.ClauseMatch;

/**
 * What of an article is marked, found by trying everything: for each place of a part of a query all
 * the words and phrases are kept that it can be made of.
 *
 * @param text the text, or what of it is looked at
 */
record NaiveMarks(NaiveText text) {
  /** A word or a phrase: the words that it is made of. */
  record Mark(List<NaiveText.Word> words) {
    ClauseMatch.Place place() {
      return new ClauseMatch.Place(
          words.getFirst().zone(), words.getFirst().start(), words.getLast().end());
    }
  }

  /** A clause that an article matches, and what it marks. */
  record Marked(Query clause, Set<Mark> marks) {
    Set<ClauseMatch.Place> places() {
      return marks.stream().map(Mark::place).collect(Collectors.toSet());
    }
  }

  /** Returns the clauses of a query that an article matches. */
  static List<Marked> of(Query query, NaiveArticle article) {
    List<Marked> marked = new ArrayList<>();
    Set<Query> seen = new LinkedHashSet<>();
    collect(query, article, UnaryOperator.identity(), seen, marked);
    return marked;
  }

  private static void collect(
      Query query,
      NaiveArticle article,
      UnaryOperator<Query> zones,
      Set<Query> seen,
      List<Marked> marked) {
    switch (query) {
      case Query.AllOf(var parts) ->
          parts.forEach(part -> collect(part, article, zones, seen, marked));
      case Query.AnyOf(var parts) ->
          parts.forEach(part -> collect(part, article, zones, seen, marked));
      case Query.In(var zone, var inner) ->
          collect(
              inner, article.in(zone), part -> zones.apply(new Query.In(zone, part)), seen, marked);
      case Query.Not not -> {}
      default -> {
        Query whole = zones.apply(query);
        if (seen.add(whole) && article.matches(query)) {
          marked.add(new Marked(whole, new NaiveMarks(article.text()).marks(query)));
        }
      }
    }
  }

  private Set<Mark> marks(Query leaf) {
    Set<Mark> marks = new HashSet<>();
    switch (leaf) {
      case Query.About about -> {}
      case Query.Mentions mentions -> {}
      case Query.Salient salient -> {}
      case Query.Published published -> {}
      case Query.Like like -> {}
      case Query.Everything everything -> {}
      case Query.AtLeast(var many, var times) ->
          of(many).forEach(placed -> placed.values().forEach(marks::addAll));
      default -> of(leaf).forEach(placed -> placed.values().forEach(marks::addAll));
    }
    if (leaf instanceof Query.Words && !marks.stream().allMatch(this::isFunctionWord)) {
      marks.removeIf(this::isFunctionWord);
    }
    return marks;
  }

  private boolean isFunctionWord(Mark mark) {
    return mark.words().stream().allMatch(word -> text.isFunctionWord(word.text()));
  }

  /** Returns, for each thing that must be somewhere, the places and what each is made of. */
  private List<Map<Span, Set<Mark>>> of(Query query) {
    return switch (query) {
      case Query.Words(var typed, var match) -> {
        List<Map<Span, Set<Mark>>> each =
            text.of(typed).words().stream().map(word -> word(word.text())).toList();
        yield match == Match.ALL && !each.isEmpty() ? each : List.of(union(each));
      }
      case Query.Phrase(var typed, var slop) -> List.of(phrase(text.of(typed), slop));
      case Query.Prefix(var start) -> {
        NaiveText itself = text.of(start);
        Map<Span, Set<Mark>> starting = new HashMap<>();
        for (NaiveText.Word word : text.words()) {
          if (NaiveWords.startsWith(word.text(), start, text)
              || (itself.size() == 1 && itself.words().getFirst().text().equals(word.text()))) {
            put(starting, word);
          }
        }
        yield List.of(itself.size() > 1 ? union(List.of(starting, phrase(itself, 0))) : starting);
      }
      case Query.Near near -> pairs(near.left(), near.right(), near);
      case Query.Same same -> pairs(same.left(), same.right(), same);
      case Query.AllOf(var parts) -> parts.stream().flatMap(part -> of(part).stream()).toList();
      case Query.AnyOf(var parts) ->
          parts.stream()
              .map(this::of)
              .reduce((some, more) ->
                  some.stream()
                      .flatMap(one -> more.stream().map(other -> union(List.of(one, other))))
                      .toList())
              .orElseThrow();
      default -> { // a wildcard or a fuzzy word
        Map<Span, Set<Mark>> found = new HashMap<>();
        for (NaivePlaces.Placed placed : new NaivePlaces(text).of(query)) {
          text.words().stream()
              .filter(word -> placed.spans().contains(span(word)))
              .forEach(word -> put(found, word));
        }
        yield List.of(found);
      }
    };
  }

  private static Span span(NaiveText.Word word) {
    return new Span(word.position(), word.position() + 1);
  }

  private static void put(Map<Span, Set<Mark>> found, NaiveText.Word word) {
    found.put(span(word), Set.of(new Mark(List.of(word))));
  }

  private Map<Span, Set<Mark>> word(String wanted) {
    Map<Span, Set<Mark>> found = new HashMap<>();
    text.words().stream()
        .filter(word -> word.text().equals(wanted))
        .forEach(word -> put(found, word));
    return found;
  }

  /**
   * Tries every shift as that of the word that is least far ahead, as {@link NaivePlaces} does, and
   * keeps which words are taken.
   */
  private Map<Span, Set<Mark>> phrase(NaiveText phrase, int slop) {
    Map<Span, Set<Mark>> found = new HashMap<>();
    for (NaiveText.Word first : text.words()) {
      for (NaiveText.Word wanted : phrase.words()) {
        if (first.text().equals(wanted.text())) {
          attempt(phrase, slop, first.position() - wanted.position(), found);
        }
      }
    }
    return found;
  }

  private void attempt(NaiveText phrase, int slop, int least, Map<Span, Set<Mark>> found) {
    Map<Integer, NaiveText.Word> taken = new HashMap<>();
    for (NaiveText.Word wanted : phrase.words()) {
      text.words().stream()
          .filter(word -> word.text().equals(wanted.text()))
          .filter(word -> word.position() - wanted.position() >= least)
          .filter(word -> word.position() - wanted.position() <= least + slop)
          .findFirst()
          .ifPresent(word -> taken.put(word.position(), word));
    }
    if (taken.size() == phrase.size() && !taken.isEmpty()) {
      List<NaiveText.Word> words = new TreeSet<>(taken.keySet()).stream().map(taken::get).toList();
      Span span = new Span(words.getFirst().position(), words.getLast().position() + 1);
      found.computeIfAbsent(span, key -> new HashSet<>()).add(new Mark(words));
    }
  }

  private List<Map<Span, Set<Mark>>> pairs(Query left, Query right, Query pair) {
    List<Map<Span, Set<Mark>>> pairs = new ArrayList<>();
    for (Map<Span, Set<Mark>> lefts : of(left)) {
      for (Map<Span, Set<Mark>> rights : of(right)) {
        pairs.add(pairs(lefts, rights, pair));
      }
    }
    return pairs;
  }

  private Map<Span, Set<Mark>> pairs(
      Map<Span, Set<Mark>> lefts, Map<Span, Set<Mark>> rights, Query pair) {
    Map<Span, Set<Mark>> found = new HashMap<>();
    lefts.forEach((one, marks) ->
        rights.forEach((other, others) -> {
          if (isPair(pair, one, other)) {
            Span both =
                new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
            Set<Mark> all = found.computeIfAbsent(both, key -> new HashSet<>());
            all.addAll(marks);
            all.addAll(others);
          }
        }));
    return found;
  }

  private boolean isPair(Query pair, Span one, Span other) {
    return switch (pair) {
      case Query.Near near -> NaivePlaces.isNear(near, one, other);
      case Query.Same same -> new NaivePlaces(text).isSame(same, one, other);
      default -> throw new IllegalArgumentException(pair + " is no pair");
    };
  }

  private static Map<Span, Set<Mark>> union(List<Map<Span, Set<Mark>>> parts) {
    Map<Span, Set<Mark>> union = new HashMap<>();
    for (Map<Span, Set<Mark>> part : parts) {
      part.forEach(
          (span, marks) -> union.computeIfAbsent(span, key -> new HashSet<>()).addAll(marks));
    }
    return union;
  }
}
