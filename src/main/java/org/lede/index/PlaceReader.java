package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Finds where something stands in the documents of a segment, which are asked for in ascending
 * order.
 */
abstract class PlaceReader {
  private final Spans spans = new Spans();

  /** Returns where it stands in a document; valid until the next call. */
  final Spans in(int doc) throws IOException {
    spans.clear();
    read(doc, spans);
    return spans;
  }

  abstract void read(int doc, Spans found) throws IOException;

  /** Makes a reader for a field of a segment. */
  static PlaceReader of(Place place, String field, LeafReader leaf) throws IOException {
    return new Maker(field, leaf, new Layouts(field, leaf)).make(place);
  }

  private record Maker(String field, LeafReader leaf, Layouts layouts) {
    PlaceReader make(Place place) throws IOException {
      return switch (place) {
        case Place.Word(var term) -> new Words(postings(List.of(term)));
        case Place.AnyWord(var terms) -> new Words(postings(terms));
        case Place.Phrase phrase -> phrase(phrase);
        case Place.Either(var parts) -> new Either(makeAll(parts));
        case Place.Near near -> new Near(make(near.left()), make(near.right()), near);
        case Place.Same same -> new Same(make(same.left()), make(same.right()), same, layouts);
        case Place.Within(var inner, var scope) -> new Within(make(inner), scope, layouts);
      };
    }

    private List<PlaceReader> makeAll(List<Place> places) throws IOException {
      List<PlaceReader> readers = new ArrayList<>();
      for (Place place : places) {
        readers.add(make(place));
      }
      return readers;
    }

    private List<PostingsEnum> postings(List<BytesRef> terms) throws IOException {
      List<PostingsEnum> all = new ArrayList<>();
      for (BytesRef term : terms) {
        PostingsEnum postings = leaf.postings(new Term(field, term), PostingsEnum.POSITIONS);
        if (postings != null) {
          all.add(postings);
        }
      }
      return all;
    }

    private PlaceReader phrase(Place.Phrase phrase) throws IOException {
      List<PlaceReader> words = new ArrayList<>();
      for (BytesRef term : phrase.terms()) {
        words.add(make(new Place.Word(term)));
      }
      return new Phrase(words, phrase);
    }
  }

  /** The layouts of documents, each read once. */
  private static final class Layouts {
    private final BinaryDocValues values;
    private final boolean laidOut;
    private int doc = -1;
    private Layout layout = Layout.ONE;

    private Layouts(String field, LeafReader leaf) throws IOException {
      laidOut = !field.equals(Schema.BYLINE_TEXT);
      values = DocValues.getBinary(leaf, Schema.LAYOUT);
    }

    Layout of(int wanted) throws IOException {
      if (laidOut && wanted != doc) {
        doc = wanted;
        layout = values.advanceExact(doc) ? Layout.read(values.binaryValue()) : Layout.ONE;
      }
      return layout;
    }
  }

  /** One word, or any of several. */
  private static final class Words extends PlaceReader {
    private final PriorityQueue<PostingsEnum> byDoc =
        new PriorityQueue<>(Comparator.comparingInt(PostingsEnum::docID));

    private Words(List<PostingsEnum> words) {
      byDoc.addAll(words);
    }

    @Override
    void read(int doc, Spans found) throws IOException {
      List<PostingsEnum> here = new ArrayList<>(1);
      while (!byDoc.isEmpty() && byDoc.element().docID() <= doc) {
        PostingsEnum word = byDoc.remove();
        int at = word.docID() < doc ? word.advance(doc) : doc;
        if (at == doc) {
          for (int i = word.freq(); i > 0; i--) {
            int position = word.nextPosition();
            found.add(position, position + 1);
          }
          here.add(word);
        } else if (at != DocIdSetIterator.NO_MORE_DOCS) {
          byDoc.add(word);
        }
      }
      for (PostingsEnum word : here) {
        if (word.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          byDoc.add(word);
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
    void read(int doc, Spans found) throws IOException {
      for (PlaceReader part : parts) {
        found.addAll(part.in(doc));
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
    private final int[] offsets;
    private final int slop;

    private Phrase(List<PlaceReader> words, Place.Phrase phrase) {
      this.words = words;
      offsets = phrase.positions().stream().mapToInt(Integer::intValue).toArray();
      slop = phrase.slop();
    }

    @Override
    void read(int doc, Spans found) throws IOException {
      Spans[] places = new Spans[offsets.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = words.get(i).in(doc);
        if (places[i].size() == 0) {
          return;
        }
      }
      int attempts = slop == 0 ? 1 : places.length; // without slop, each word must come first
      for (int word = 0; word < attempts; word++) {
        for (int i = 0; i < places[word].size(); i++) {
          attempt(places, places[word].start(i) - offsets[word], found);
        }
      }
    }

    private void attempt(Spans[] places, int first, Spans found) {
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
      found.add(taken[0], taken[taken.length - 1] + 1);
    }
  }

  private static final class Near extends PlaceReader {
    private final PlaceReader left;
    private final PlaceReader right;
    private final Place.Near near;

    private Near(PlaceReader left, PlaceReader right, Place.Near near) {
      this.left = left;
      this.right = right;
      this.near = near;
    }

    @Override
    void read(int doc, Spans found) throws IOException {
      Spans lefts = left.in(doc);
      Spans rights = right.in(doc);
      join(lefts, rights, found);
      if (!near.inOrder()) {
        join(rights, lefts, found);
      }
    }

    private void join(Spans firsts, Spans seconds, Spans found) {
      for (int i = 0; i < firsts.size(); i++) {
        int end = firsts.end(i);
        for (int j = seconds.firstFrom(end);
            j < seconds.size() && seconds.start(j) < end + near.distance();
            j++) {
          found.add(firsts.start(i), seconds.end(j));
        }
      }
    }
  }

  private static final class Same extends PlaceReader {
    private final PlaceReader left;
    private final PlaceReader right;
    private final Place.Same same;
    private final Layouts layouts;

    private Same(PlaceReader left, PlaceReader right, Place.Same same, Layouts layouts) {
      this.left = left;
      this.right = right;
      this.same = same;
      this.layouts = layouts;
    }

    @Override
    void read(int doc, Spans found) throws IOException {
      Spans lefts = left.in(doc);
      Spans rights = right.in(doc);
      if (lefts.size() == 0 || rights.size() == 0) {
        return;
      }
      Layout layout = layouts.of(doc);
      for (int i = 0; i < lefts.size(); i++) {
        int unit = layout.unit(same.unit(), lefts.start(i));
        if (layout.unit(same.unit(), lefts.end(i) - 1) == unit) {
          join(lefts.start(i), lefts.end(i), rights, layout, unit, found);
        }
      }
    }

    private void join(int start, int end, Spans rights, Layout layout, int unit, Spans found) {
      for (int j = rights.firstFrom(layout.start(same.unit(), unit)); j < rights.size(); j++) {
        if (layout.unit(same.unit(), rights.start(j)) != unit) {
          return;
        }
        boolean apart = rights.end(j) <= start || end <= rights.start(j);
        if (apart && layout.unit(same.unit(), rights.end(j) - 1) == unit) {
          found.add(Math.min(start, rights.start(j)), Math.max(end, rights.end(j)));
        }
      }
    }
  }

  private static final class Within extends PlaceReader {
    private final PlaceReader inner;
    private final Scope scope;
    private final Layouts layouts;

    private Within(PlaceReader inner, Scope scope, Layouts layouts) {
      this.inner = inner;
      this.scope = scope;
      this.layouts = layouts;
    }

    @Override
    void read(int doc, Spans found) throws IOException {
      Layout layout = layouts.of(doc);
      int start = scope.start(layout);
      int end = scope.end(layout);
      Spans all = inner.in(doc);
      for (int i = all.firstFrom(start); i < all.size() && all.start(i) < end; i++) {
        if (all.end(i) <= end) {
          found.add(all.start(i), all.end(i));
        }
      }
    }
  }
}
