package org.lede.index;

import java.util.function.IntSupplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * A field whose terms {@link DerivingCodec} makes of the words of the text when a segment is
 * written: {@link WordPairs}, headlines and openings.
 *
 * <p>To index these as any other field, Lucene would have to look each of their words up in a table
 * that is far larger than the caches of the processor, which takes several times longer; the text
 * has its words in order by then. So an article gives Lucene only a mark: one term, which is empty,
 * and tells a number by how often it occurs, or by its position if the field has positions.
 */
final class DerivedField extends Field {
  private static final FieldType WITHOUT_POSITIONS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WITHOUT_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WITHOUT_POSITIONS.freeze();
  }

  private final IntSupplier length;
  private final IntSupplier number;

  private DerivedField(String name, FieldType type, IntSupplier length, IntSupplier number) {
    super(name, "", type);
    this.length = length;
    this.number = number;
  }

  /**
   * Makes a field with positions.
   *
   * @param length tells, when Lucene asks for the field, how many words it has; none if 0
   * @param number tells the number, over 0, that goes with the mark
   */
  static DerivedField withPositions(String name, IntSupplier length, IntSupplier number) {
    return new DerivedField(name, TextField.TYPE_NOT_STORED, length, number);
  }

  /** Makes a field without positions; all else is as in {@link #withPositions}. */
  static DerivedField withoutPositions(String name, IntSupplier length, IntSupplier number) {
    return new DerivedField(name, WITHOUT_POSITIONS, length, number);
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
    boolean hasPositions = fieldType().indexOptions() != IndexOptions.DOCS_AND_FREQS;
    return new Mark(length.getAsInt(), number.getAsInt(), hasPositions);
  }

  /** One term, which is empty; or none, if the field is. */
  static final class Mark extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int length;
    private final int number;
    private final boolean isPosition;
    private boolean ended;

    private Mark(int length, int number, boolean isPosition) {
      this.length = length;
      this.number = number;
      this.isPosition = isPosition;
      ended = length == 0;
    }

    /** Returns how many words the field has. */
    int length() {
      return length;
    }

    @Override
    public boolean incrementToken() {
      if (ended) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(new BytesRef());
      if (isPosition) {
        step.setPositionIncrement(number + 1); // the first position is 0
      } else {
        frequency.setTermFrequency(number);
      }
      ended = true;
      return true;
    }
  }
}
