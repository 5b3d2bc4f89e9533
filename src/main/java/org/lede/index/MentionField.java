package org.lede.index;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** A facet value with its salience, which is kept where Lucene keeps how often a word occurs. */
final class MentionField extends Field {
  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setTokenized(true); // only so is a token stream taken
    TYPE.setOmitNorms(true);
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private final String value;
  private final double salience;

  MentionField(String field, String value, double salience) {
    super(field, TYPE);
    this.value = value;
    this.salience = salience;
  }

  /** Returns what stands for a salience: every step of 0.001 is one more, and the lowest is 1. */
  static int frequency(double salience) {
    return (int) Math.floor(salience * 1_000) + 1;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
    return new OneValue(value, frequency(salience));
  }

  private static final class OneValue extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final String value;
    private final int count;
    private boolean done;

    private OneValue(String value, int count) {
      this.value = value;
      this.count = count;
    }

    @Override
    public boolean incrementToken() throws IOException {
      clearAttributes();
      if (done) {
        return false;
      }
      term.append(value);
      frequency.setTermFrequency(count);
      done = true;
      return true;
    }
  }
}
