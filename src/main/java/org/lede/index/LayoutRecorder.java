package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.lede.query.Zone;

/**
 * Notes down the {@link Layout} of one article while Lucene takes the words from its text, and
 * where its headline and opening end.
 *
 * <p>Lucene takes the fields of a document in their order, so what is added after the pieces of the
 * text is known when it is asked for. The text is thus analysed only once.
 */
final class LayoutRecorder {
  /** The most bytes that a number takes. */
  private static final int LONGEST_NUMBER = 5;

  private final String field;
  private final String language;
  private final Map<Zone.Part, Integer> zones = new EnumMap<>(Zone.Part.class);
  private int position = -1;
  private int lastSentence;

  /** How far each sentence is from the one before, doubled, and one more if a paragraph begins. */
  private int[] steps = new int[64];

  private int sentences;

  private final Part all = new Part(Integer.MAX_VALUE);
  private final Part headline = new Part(Integer.MAX_VALUE);
  private final Part opening = new Part(Schema.OPENING_WORDS);

  /** Makes a recorder for an article in one of {@link Languages#all}. */
  LayoutRecorder(String language) {
    this.field = Schema.text(language);
    this.language = language;
  }

  /** Returns a piece of text, to be added after all pieces that stand before it. */
  IndexableField piece(Zone.Part zone, String text) {
    return new Field(field, text, TextField.TYPE_NOT_STORED) {
      @Override
      public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        return words(analyzer, zone, text, Sentences.starts(text, language, Deadline.NONE));
      }
    };
  }

  /**
   * Returns the words of a piece of text, all of which must be taken before those of the next one.
   *
   * @param sentences where its sentences begin
   */
  TokenStream words(Analyzer analyzer, Zone.Part zone, String text, int[] sentences) {
    return new Piece(analyzer.tokenStream(field, text), zone, sentences);
  }

  /** Returns the layout, to be added after all pieces. */
  IndexableField layout() {
    return new BinaryDocValuesField(Schema.LAYOUT, new BytesRef()) {
      @Override
      public BytesRef binaryValue() {
        return written();
      }
    };
  }

  /** Returns the layout of all that was taken. */
  BytesRef written() {
    int end = position + 1;
    int body = zones.getOrDefault(Zone.Part.BODY, end);
    int lead = zones.getOrDefault(Zone.Part.LEAD, body);
    byte[] bytes = new byte[LONGEST_NUMBER * (2 + sentences)];
    ByteArrayDataOutput output = new ByteArrayDataOutput(bytes);
    try {
      output.writeVInt(lead);
      output.writeVInt(body);
      for (int i = 0; i < sentences; i++) {
        output.writeVInt(steps[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be written", e);
    }
    return new BytesRef(bytes, 0, output.getPosition());
  }

  /** Returns the field for the {@link WordPairs}, to be added after all pieces. */
  IndexableField pairs() {
    return DerivedField.withoutPositions(Schema.pairs(language), () -> all.length, () -> 1);
  }

  /** Returns the field for the headline alone, to be added after all pieces. */
  IndexableField headline() {
    return DerivedField.withPositions(
        Schema.headline(language), () -> headline.length, () -> headline.end);
  }

  /** Returns the field for the opening alone, to be added after all pieces. */
  IndexableField opening() {
    return DerivedField.withoutPositions(
        Schema.opening(language), () -> opening.length, () -> opening.end);
  }

  /**
   * The words of a part of the text, or the first of them. No analysis of a language puts two words
   * at one position, so where the last one stands tells which words there are.
   */
  private static final class Part {
    private int room;

    /** How many words there are, as Lucene counts them: those at the same position once. */
    private int length;

    /** The position behind the last of them. */
    private int end;

    private Part(int room) {
      this.room = room;
    }

    private void add(int position, int step) {
      if (room > 0) {
        room--;
        length += step == 0 ? 0 : 1;
        end = position + 1;
      }
    }
  }

  private void sentence(boolean first) {
    steps = ArrayUtil.grow(steps, sentences + 1);
    steps[sentences++] = (position - lastSentence) << 1 | (first ? 1 : 0);
    lastSentence = position;
  }

  /** The words of one piece, with a gap before the first of them if there were others before. */
  private final class Piece extends TokenFilter {
    private final Zone.Part zone;
    private final int[] starts;
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private int next;
    private boolean first = true;

    private Piece(TokenStream words, Zone.Part zone, int[] starts) {
      super(words);
      this.zone = zone;
      this.starts = starts;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (first && position >= 0) {
        step.setPositionIncrement(step.getPositionIncrement() + Schema.GAP);
      }
      position += step.getPositionIncrement();
      all.add(position, step.getPositionIncrement());
      (zone == Zone.Part.HEADLINE ? headline : opening).add(position, step.getPositionIncrement());
      if (first) {
        zones.putIfAbsent(zone, position);
      }
      boolean begins = first;
      while (next < starts.length && starts[next] <= offset.startOffset()) {
        next++;
        begins = true;
      }
      if (begins && (first || position > lastSentence)) {
        sentence(first);
      }
      first = false;
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      position += step.getPositionIncrement();
    }
  }
}
