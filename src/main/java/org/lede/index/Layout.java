package org.lede.index;

import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.lede.query.Query.Unit;
import org.lede.query.Zone;

/**
 * Where the zones, paragraphs and sentences of one text begin, as positions of its words.
 *
 * <p>Every piece of the text, which is headline, lead, and each paragraph of the body, is a
 * paragraph here, and {@link Schema#GAP} positions without a word follow it. Pieces without words
 * leave no trace.
 */
final class Layout {
  /** A text that is one sentence, such as a byline. */
  static final Layout ONE = new Layout(0, 0, new int[] {0}, new int[] {0});

  /** Where the lead begins, and the headline ends. */
  private final int lead;

  /** Where the body begins, and the lead ends. */
  private final int body;

  private final int[] paragraphs;
  private final int[] sentences;

  /**
   * Makes a layout.
   *
   * @param lead where the lead begins, or what follows it if there is none
   * @param body where the body begins; behind everything, if there is none
   * @param paragraphs where each paragraph begins, ascending
   * @param sentences where each sentence begins, ascending
   */
  Layout(int lead, int body, int[] paragraphs, int[] sentences) {
    this.lead = lead;
    this.body = body;
    this.paragraphs = paragraphs;
    this.sentences = sentences;
  }

  /**
   * Reads what {@link LayoutRecorder} wrote: where lead and body begin, and then how far each
   * sentence is from the one before, doubled, and one more if it begins a paragraph.
   */
  static Layout read(BytesRef bytes) {
    ByteArrayDataInput input = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int lead = input.readVInt();
    int body = input.readVInt();
    int[] paragraphs = new int[bytes.length];
    int[] sentences = new int[bytes.length];
    int paragraphCount = 0;
    int sentenceCount = 0;
    int position = 0;
    while (!input.eof()) {
      int step = input.readVInt();
      position += step >>> 1;
      sentences[sentenceCount++] = position;
      if ((step & 1) == 1) {
        paragraphs[paragraphCount++] = position;
      }
    }
    return new Layout(
        lead,
        body,
        Arrays.copyOf(paragraphs, paragraphCount),
        Arrays.copyOf(sentences, sentenceCount));
  }

  /** Returns the first position of a zone. */
  int start(Zone.Part part) {
    return switch (part) {
      case HEADLINE, BYLINE -> 0;
      case LEAD -> lead;
      case BODY -> body;
    };
  }

  /** Returns the position behind a zone. */
  int end(Zone.Part part) {
    return switch (part) {
      case HEADLINE -> lead;
      case LEAD -> body;
      case BODY, BYLINE -> Integer.MAX_VALUE;
    };
  }

  /** Returns the position behind the first words. */
  int endOfFirst(int words) {
    int left = words;
    for (int i = 0; i + 1 < paragraphs.length; i++) {
      int length = paragraphs[i + 1] - Schema.GAP - paragraphs[i];
      if (left <= length) {
        return paragraphs[i] + left;
      }
      left -= length;
    }
    return paragraphs.length == 0 ? 0 : paragraphs[paragraphs.length - 1] + left;
  }

  /** Returns where a sentence or paragraph begins. */
  int start(Unit unit, int number) {
    return (unit == Unit.SENTENCE ? sentences : paragraphs)[number];
  }

  /** Returns the number of the sentence or paragraph that a position is in. */
  int unit(Unit unit, int position) {
    int[] starts = unit == Unit.SENTENCE ? sentences : paragraphs;
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }
}
