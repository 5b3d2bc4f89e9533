package org.lede.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lede.search.Snippet.Span;

/**
 * Makes of marks, which may lie within and across each other, spans that do not: those that share a
 * character become one. It is a phrase if one of them was, or else a word, as two overlapping ones
 * are in languages without spaces.
 */
final class MarkedSpans {
  private static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  private final List<Span> spans = new ArrayList<>();

  /** What is becoming one span. */
  private List<Span> together = new ArrayList<>();

  private int end;

  private MarkedSpans() {}

  /**
   * Returns the spans of a part of a zone, counted from the start of that part. Of a phrase that
   * only begins or ends in it, what lies in it.
   */
  static List<Span> of(List<Mark> marks, int start, int end) {
    List<Span> cut = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.end() > start && mark.start() < end) {
        Span span = new Span(mark.start(), mark.end(), mark.words());
        cut.addAll(cut(span, start, end));
      }
    }
    return joined(cut);
  }

  private static List<Span> cut(Span span, int start, int end) {
    int first = Math.max(span.start(), start) - start;
    int last = Math.min(span.end(), end) - start;
    if (first >= last) {
      return List.of();
    }
    if (span.words().isEmpty()) {
      return List.of(new Span(first, last, List.of()));
    }
    List<Span> words = new ArrayList<>();
    span.words().forEach(word -> words.addAll(cut(word, start, end)));
    return words.isEmpty()
        ? List.of()
        : List.of(new Span(words.getFirst().start(), words.getLast().end(), words));
  }

  private static List<Span> joined(List<Span> marks) {
    MarkedSpans joined = new MarkedSpans();
    marks.stream().sorted(ORDER).forEach(joined::add);
    joined.close();
    return joined.spans;
  }

  private void add(Span mark) {
    if (mark.start() >= end) {
      close();
    }
    together.add(mark);
    end = Math.max(end, mark.end());
  }

  private void close() {
    if (together.isEmpty()) {
      return;
    }
    List<Span> words =
        together.stream().allMatch(mark -> mark.words().isEmpty())
            ? List.of()
            : joined(together.stream().flatMap(MarkedSpans::words).toList());
    boolean phrase = words.size() > 1;
    spans.add(new Span(together.getFirst().start(), end, phrase ? words : List.of()));
    together = new ArrayList<>();
  }

  private static Stream<Span> words(Span mark) {
    return mark.words().isEmpty() ? Stream.of(mark) : mark.words().stream();
  }
}
