package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where something stands in texts, which are asked for in ascending order, and marks of what
 * it is made there.
 */
abstract class PlaceReader {
  private final Spans spans = new Spans();
  private int text;

  /** Returns where it stands in a text; valid until the next call. */
  final Spans in(int wanted) throws IOException {
    text = wanted;
    spans.clear();
    read(text, spans);
    return spans;
  }

  /** Returns where it stands in the text that was asked for last. */
  final Spans found() {
    return spans;
  }

  /** Returns which text was asked for last. */
  final int text() {
    return text;
  }

  abstract void read(int text, Spans found) throws IOException;

  /** Marks the words and phrases of which those places last found are made that are wanted. */
  abstract void mark(Spans wanted, Marks marks) throws IOException;

  /** Takes the words and phrases that places are made of. */
  interface Marks {
    /**
     * Takes a word or phrase.
     *
     * @param place what was looked for
     * @param positions where each of its words stands, ascending; one of a word
     */
    void add(Place place, int... positions);
  }

  /** Makes a reader of texts. */
  static PlaceReader of(Place place, Texts texts) throws IOException {
    return switch (place) {
      case Place.Word(var term) -> texts.words(new Place.AnyWord(List.of(term)));
      case Place.AnyWord words -> texts.words(words);
      case Place.Phrase phrase -> new Phrase(words(phrase, texts), phrase);
      case Place.Either(var parts) -> new Either(all(parts, texts));
      case Place.Near near -> new Near(of(near.left(), texts), of(near.right(), texts), near);
      case Place.Same same ->
          new Same(of(same.left(), texts), of(same.right(), texts), same, texts);
      case Place.Within(var inner, var scope) -> new Within(of(inner, texts), scope, texts);
    };
  }

  private static List<PlaceReader> words(Place.Phrase phrase, Texts texts) throws IOException {
    return all(phrase.terms().stream().<Place>map(Place.Word::new).toList(), texts);
  }

  private static List<PlaceReader> all(List<Place> places, Texts texts) throws IOException {
    List<PlaceReader> readers = new ArrayList<>();
    for (Place place : places) {
      readers.add(of(place, texts));
    }
    return readers;
  }

  /** A word, or any of several that stand for one. */
  abstract static class Words extends PlaceReader {
    private final Place.AnyWord words;

    Words(Place.AnyWord words) {
      this.words = words;
    }

    @Override
    final void mark(Spans wanted, Marks marks) {
      for (int i = 0; i < found().size(); i++) {
        if (wanted.contains(found().start(i), found().end(i))) {
          marks.add(words, found().start(i));
        }
      }
    }
  }

  private static final class Either extends PlaceReader {
    private final List<PlaceReader> parts;

    private Either(List<PlaceReader> parts) {
      this.parts = parts;
    }

    @Override
    void read(int text, Spans found) throws IOException {
      for (PlaceReader part : parts) {
        found.addAll(part.in(text));
      }
    }

    @Override
    void mark(Spans wanted, Marks marks) throws IOException {
      for (PlaceReader part : parts) {
        part.mark(wanted, marks);
      }
    }
  }

  /**
   * Words in their order. With slop, every place where one of them, moved back to the start of the
   * phrase, comes first is one attempt: each other word is taken from its first place from there
   * on, and no two from the same.
   */
  private static final class Phrase extends PlaceReader {
    private final List<PlaceReader> words;
    private final Place.Phrase phrase;
    private final int[] offsets;
    private final int slop;

    private Phrase(List<PlaceReader> words, Place.Phrase phrase) {
      this.words = words;
      this.phrase = phrase;
      offsets = phrase.positions().stream().mapToInt(Integer::intValue).toArray();
      slop = phrase.slop();
    }

    /** Takes where the words of a phrase stand, ascending. */
    private interface Taken {
      void at(int[] positions);
    }

    @Override
    void read(int text, Spans found) throws IOException {
      Spans[] places = new Spans[offsets.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = words.get(i).in(text);
        if (places[i].size() == 0) {
          return;
        }
      }
      attempts(places, taken -> found.add(taken[0], taken[taken.length - 1] + 1));
    }

    @Override
    void mark(Spans wanted, Marks marks) {
      if (found().size() > 0) { // or not all the words were read
        Spans[] places = words.stream().map(PlaceReader::found).toArray(Spans[]::new);
        attempts(
            places,
            taken -> {
              if (wanted.contains(taken[0], taken[taken.length - 1] + 1)) {
                marks.add(phrase, taken);
              }
            });
      }
    }

    private void attempts(Spans[] places, Taken found) {
      int attempts = slop == 0 ? 1 : places.length; // without slop, each word must come first
      for (int word = 0; word < attempts; word++) {
        for (int i = 0; i < places[word].size(); i++) {
          attempt(places, places[word].start(i) - offsets[word], found);
        }
      }
    }

    private void attempt(Spans[] places, int first, Taken found) {
      int[] taken = new int[places.length];
      for (int i = 0; i < places.length; i++) {
        int next = places[i].firstFrom(first + offsets[i]);
        if (next == places[i].size() || places[i].start(next) - offsets[i] > first + slop) {
          return;
        }
        taken[i] = places[i].start(next);
      }
      Arrays.sort(taken);
      for (int i = 1; i < taken.length; i++) {
        if (taken[i] == taken[i - 1]) {
          return;
        }
      }
      found.at(taken);
    }
  }

  /** What is made of two others. */
  private abstract static class Pairs extends PlaceReader {
    /** The most pairs that are looked at to mark them; only a text made for that has more. */
    private static final int MOST_MARKED = 1_000_000;

    private final PlaceReader left;
    private final PlaceReader right;

    private Pairs(PlaceReader left, PlaceReader right) {
      this.left = left;
      this.right = right;
    }

    /** Takes the places of two, and tells whether to go on. */
    interface Pair {
      boolean take(int start, int end, int otherStart, int otherEnd);
    }

    /** Finds the two in the text that was asked for last, until told to stop. */
    abstract void pair(Spans lefts, Spans rights, Pair pair) throws IOException;

    @Override
    final void read(int text, Spans found) throws IOException {
      Spans lefts = left.in(text);
      Spans rights = right.in(text);
      if (lefts.size() > 0 && rights.size() > 0) {
        pair(
            lefts,
            rights,
            (start, end, otherStart, otherEnd) ->
                found.add(Math.min(start, otherStart), Math.max(end, otherEnd)));
      }
    }

    @Override
    final void mark(Spans wanted, Marks marks) throws IOException {
      if (wanted.size() == 0 || found().size() == 0) {
        return;
      }
      Spans lefts = new Spans();
      Spans rights = new Spans();
      int[] looked = {0};
      pair(
          left.found(),
          right.found(),
          (start, end, otherStart, otherEnd) -> {
            if (wanted.contains(Math.min(start, otherStart), Math.max(end, otherEnd))) {
              lefts.add(start, end);
              rights.add(otherStart, otherEnd);
            }
            return ++looked[0] < MOST_MARKED;
          });
      left.mark(lefts, marks);
      right.mark(rights, marks);
    }
  }

  private static final class Near extends Pairs {
    private final Place.Near near;

    private Near(PlaceReader left, PlaceReader right, Place.Near near) {
      super(left, right);
      this.near = near;
    }

    @Override
    void pair(Spans lefts, Spans rights, Pair pair) {
      if (join(lefts, rights, pair) && !near.inOrder()) {
        join(
            rights,
            lefts,
            (start, end, otherStart, otherEnd) -> pair.take(otherStart, otherEnd, start, end));
      }
    }

    private boolean join(Spans firsts, Spans seconds, Pair pair) {
      for (int i = 0; i < firsts.size(); i++) {
        int end = firsts.end(i);
        for (int j = seconds.firstFrom(end);
            j < seconds.size() && seconds.start(j) < end + near.distance();
            j++) {
          if (!pair.take(firsts.start(i), end, seconds.start(j), seconds.end(j))) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private static final class Same extends Pairs {
    private final Place.Same same;
    private final Texts texts;

    private Same(PlaceReader left, PlaceReader right, Place.Same same, Texts texts) {
      super(left, right);
      this.same = same;
      this.texts = texts;
    }

    @Override
    void pair(Spans lefts, Spans rights, Pair pair) throws IOException {
      Layout layout = texts.layout(text());
      for (int i = 0; i < lefts.size(); i++) {
        int unit = layout.unit(same.unit(), lefts.start(i));
        if (layout.unit(same.unit(), lefts.end(i) - 1) == unit
            && !join(lefts.start(i), lefts.end(i), rights, layout, unit, pair)) {
          return;
        }
      }
    }

    private boolean join(int start, int end, Spans rights, Layout layout, int unit, Pair pair) {
      for (int j = rights.firstFrom(layout.start(same.unit(), unit)); j < rights.size(); j++) {
        if (layout.unit(same.unit(), rights.start(j)) != unit) {
          return true;
        }
        boolean apart = rights.end(j) <= start || end <= rights.start(j);
        if (apart
            && layout.unit(same.unit(), rights.end(j) - 1) == unit
            && !pair.take(start, end, rights.start(j), rights.end(j))) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class Within extends PlaceReader {
    private final PlaceReader inner;
    private final Scope scope;
    private final Texts texts;

    private Within(PlaceReader inner, Scope scope, Texts texts) {
      this.inner = inner;
      this.scope = scope;
      this.texts = texts;
    }

    @Override
    void read(int text, Spans found) throws IOException {
      Layout layout = texts.layout(text());
      int start = scope.start(layout);
      int end = scope.end(layout);
      Spans all = inner.in(text);
      for (int i = all.firstFrom(start); i < all.size() && all.start(i) < end; i++) {
        if (all.end(i) <= end) {
          found.add(all.start(i), all.end(i));
        }
      }
    }

    @Override
    void mark(Spans wanted, Marks marks) throws IOException {
      inner.mark(wanted, marks);
    }
  }
}
