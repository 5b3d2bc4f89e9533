package org.lede.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lede.query.Query;
import org.lede.query.Query.Match;
import org.lede.query.Query.Unit;

/**
 * Where the parts of a query stand in a text, found by trying everything.
 *
 * @param text the text, or what of it is looked at
 */
record NaivePlaces(NaiveText text) {
  /** From the position of a first word to behind that of a last one. */
  record Span(int start, int end) {}

  /**
   * Something that must be somewhere.
   *
   * @param spans where it is
   * @param words the words it is made of
   * @param expansions how many words it is made of that stand for several
   */
  record Placed(Set<Span> spans, List<NaiveText.Word> words, int expansions) {}

  /** Returns what must be somewhere for a query to match, and where it is. */
  List<Placed> of(Query query) {
    return switch (query) {
      case Query.Words(var typed, var match) -> {
        List<Placed> each =
            text.of(typed).words().stream()
                .map(word ->
                    new Placed(spans(other -> other.text().equals(word.text())), List.of(word), 0))
                .toList();
        yield match == Match.ALL && !each.isEmpty() ? each : List.of(union(each));
      }
      case Query.Phrase(var typed, var slop) -> List.of(phrase(text.of(typed), slop));
      case Query.Prefix(var start) -> List.of(prefix(start));
      case Query.Wildcard(var pattern) ->
          List.of(expanded(word -> NaiveWords.isOfShape(word.text(), pattern, text)));
      case Query.Fuzzy(var wanted, var edits) ->
          List.of(expanded(word -> NaiveWords.isSimilar(word.text(), wanted, edits, text)));
      case Query.Near near ->
          pairs(of(near.left()), of(near.right()), (one, other) -> isNear(near, one, other));
      case Query.Same same ->
          pairs(of(same.left()), of(same.right()), (one, other) -> isSame(same, one, other));
      case Query.AllOf(var parts) -> parts.stream().flatMap(part -> of(part).stream()).toList();
      case Query.AnyOf(var parts) ->
          parts.stream().map(this::of).reduce(NaivePlaces::unions).orElseThrow();
      default -> throw new IllegalArgumentException(query + " has no place");
    };
  }

  private Set<Span> spans(Predicate<NaiveText.Word> wanted) {
    Set<Span> spans = new HashSet<>();
    for (NaiveText.Word word : text.words()) {
      if (wanted.test(word)) {
        spans.add(new Span(word.position(), word.position() + 1));
      }
    }
    return spans;
  }

  private Placed expanded(Predicate<NaiveText.Word> wanted) {
    return new Placed(spans(wanted), List.of(), 1);
  }

  private Placed prefix(String start) {
    NaiveText itself = text.of(start);
    Placed starting =
        expanded(word ->
            NaiveWords.startsWith(word.text(), start, text)
                || (itself.size() == 1 && itself.words().getFirst().text().equals(word.text())));
    return itself.size() > 1 ? union(List.of(starting, phrase(itself, 0))) : starting;
  }

  /**
   * With slop, every place of a word is tried as the one that is least far ahead of where it
   * belongs; each other word is then taken from its first place that is no less far ahead.
   */
  private Placed phrase(NaiveText phrase, int slop) {
    Set<Integer> shifts = new TreeSet<>();
    for (NaiveText.Word wanted : phrase.words()) {
      for (int shift : shifts(wanted)) {
        shifts.add(shift);
      }
    }
    Set<Span> spans = new HashSet<>();
    for (int least : shifts) {
      Set<Integer> taken = new TreeSet<>();
      for (NaiveText.Word wanted : phrase.words()) {
        shifts(wanted).stream()
            .filter(shift -> shift >= least && shift <= least + slop)
            .min(Integer::compare)
            .ifPresent(shift -> taken.add(shift + wanted.position()));
      }
      if (taken.size() == phrase.size()) {
        List<Integer> positions = List.copyOf(new TreeSet<>(taken));
        spans.add(
            new Span(
                positions.stream().min(Integer::compare).orElseThrow(),
                positions.stream().max(Integer::compare).orElseThrow() + 1));
      }
    }
    return new Placed(spans, phrase.words(), 0);
  }

  private List<Integer> shifts(NaiveText.Word wanted) {
    return text.words().stream()
        .filter(word -> word.text().equals(wanted.text()))
        .map(word -> word.position() - wanted.position())
        .toList();
  }

  private interface Pair {
    boolean test(Span one, Span other);
  }

  private static List<Placed> pairs(List<Placed> lefts, List<Placed> rights, Pair pair) {
    List<Placed> pairs = new ArrayList<>();
    for (Placed left : lefts) {
      for (Placed right : rights) {
        Set<Span> spans = new HashSet<>();
        for (Span one : left.spans) {
          for (Span other : right.spans) {
            if (pair.test(one, other)) {
              spans.add(new Span(Math.min(one.start, other.start), Math.max(one.end, other.end)));
            }
          }
        }
        pairs.add(with(spans, left, right));
      }
    }
    return pairs;
  }

  static boolean isNear(Query.Near near, Span one, Span other) {
    boolean after = one.end <= other.start && other.start - one.end < near.distance();
    boolean before = other.end <= one.start && one.start - other.end < near.distance();
    return after || (before && !near.inOrder());
  }

  boolean isSame(Query.Same same, Span one, Span other) {
    boolean apart = one.end <= other.start || other.end <= one.start;
    Set<List<Integer>> units = new HashSet<>();
    for (Span span : List.of(one, other)) {
      units.add(unit(same.unit(), span.start));
      units.add(unit(same.unit(), span.end - 1));
    }
    return apart && units.size() == 1;
  }

  private List<Integer> unit(Unit unit, int position) {
    NaiveText.Word word =
        text.words().stream().filter(each -> each.position() == position).findFirst().orElseThrow();
    return unit == Unit.PARAGRAPH
        ? List.of(word.paragraph())
        : List.of(word.paragraph(), word.sentence());
  }

  private static List<Placed> unions(List<Placed> some, List<Placed> more) {
    return some.stream()
        .flatMap(one -> more.stream().map(other -> union(List.of(one, other))))
        .toList();
  }

  private static Placed union(List<Placed> parts) {
    Placed union = new Placed(new HashSet<>(), List.of(), 0);
    for (Placed part : parts) {
      Set<Span> spans = new HashSet<>(union.spans);
      spans.addAll(part.spans);
      union = with(spans, union, part);
    }
    return union;
  }

  private static Placed with(Set<Span> spans, Placed one, Placed other) {
    return new Placed(
        spans,
        Stream.concat(one.words.stream(), other.words.stream()).toList(),
        one.expansions + other.expansions);
  }
}
