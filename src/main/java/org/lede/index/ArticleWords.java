package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.lede.query.Zone;
import org.lede.search.Snippet.Span;

/**
 * Those words of one article that somebody looks for, in memory: each at the position that it has
 * in the index, and where it stands in the article.
 */
final class ArticleWords implements Texts {
  /** After how many words it is time to look at the clock. */
  private static final int MANY = 1_000;

  private final Map<BytesRef, Spans> byTerm = new HashMap<>();
  private Layout layout = Layout.ONE;

  // of each word, in the order of the text
  private int[] positions = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private Zone.Part[] zones = new Zone.Part[64];
  private int size;

  private int position = -1;
  private int taken;

  private ArticleWords(Set<BytesRef> wanted) {
    wanted.forEach(term -> byTerm.put(term, new Spans()));
  }

  /**
   * Returns the words of headline, lead and body.
   *
   * @param pieces the pieces of the article
   * @param language one of {@link Languages#all}
   * @param wanted the words that are looked for; others are left out
   * @throws TimeUp if the deadline comes first
   */
  static ArticleWords ofText(
      List<Piece> pieces,
      String language,
      Set<BytesRef> wanted,
      TextAnalysis analysis,
      Deadline deadline)
      throws IOException {
    ArticleWords words = new ArticleWords(wanted);
    LayoutRecorder recorder = new LayoutRecorder(language);
    for (Piece piece : pieces) {
      int[] sentences = piece.sentences(language, deadline);
      try (TokenStream stream = recorder.words(analysis, piece.zone(), piece.text(), sentences)) {
        words.take(stream, piece.zone(), piece.start(), deadline);
      }
    }
    words.layout = Layout.read(recorder.written());
    return words;
  }

  /**
   * Returns the words of the bylines.
   *
   * @param names the names
   * @param piece all of them as one
   * @param wanted the words that are looked for; others are left out
   * @throws TimeUp if the deadline comes first
   */
  static ArticleWords ofBylines(
      List<String> names,
      Piece piece,
      Set<BytesRef> wanted,
      TextAnalysis analysis,
      Deadline deadline)
      throws IOException {
    ArticleWords words = new ArticleWords(wanted);
    int[] starts = piece.sentences(Languages.OTHER, deadline);
    for (int i = 0; i < names.size(); i++) {
      try (TokenStream stream = analysis.tokenStream(Schema.BYLINE_TEXT, names.get(i))) {
        words.take(stream, Zone.Part.BYLINE, starts[i], deadline);
      }
      words.position += analysis.getPositionIncrementGap(Schema.BYLINE_TEXT);
    }
    return words;
  }

  private void take(TokenStream stream, Zone.Part zone, int start, Deadline deadline)
      throws IOException {
    TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
    PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
    OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
    for (stream.reset(); stream.incrementToken(); ) {
      position += step.getPositionIncrement();
      Spans wanted = byTerm.get(term.getBytesRef());
      if (wanted != null && wanted.add(position, position + 1)) {
        add(zone, start + offset.startOffset(), start + offset.endOffset());
      }
      if (++taken % MANY == 0) {
        deadline.check();
      }
    }
    stream.end();
    position += step.getPositionIncrement();
  }

  private void add(Zone.Part zone, int start, int end) {
    if (size == positions.length) {
      int length = ArrayUtil.oversize(size + 1, Long.BYTES);
      positions = Arrays.copyOf(positions, length);
      starts = Arrays.copyOf(starts, length);
      ends = Arrays.copyOf(ends, length);
      zones = Arrays.copyOf(zones, length);
    }
    positions[size] = position;
    starts[size] = start;
    ends[size] = end;
    zones[size++] = zone;
  }

  /** Returns where words stand in the article: one, or those of a phrase. */
  Mark mark(Place place, int... wanted) {
    List<Span> words = new ArrayList<>();
    int first = index(wanted[0]);
    for (int each : wanted) {
      int i = index(each);
      words.add(new Span(starts[i], ends[i], List.of()));
    }
    return new Mark(
        place,
        zones[first],
        starts[first],
        words.getLast().end(),
        wanted.length == 1 ? List.of() : words);
  }

  private int index(int wanted) {
    return Arrays.binarySearch(positions, 0, size, wanted);
  }

  @Override
  public PlaceReader words(Place.AnyWord words) {
    return new PlaceReader.Words(words) {
      @Override
      void read(int text, Spans found) {
        for (BytesRef term : words.terms()) {
          Spans spans = byTerm.get(term);
          if (spans != null) {
            found.addAll(spans);
          }
        }
      }
    };
  }

  @Override
  public Layout layout(int text) {
    return layout;
  }
}
