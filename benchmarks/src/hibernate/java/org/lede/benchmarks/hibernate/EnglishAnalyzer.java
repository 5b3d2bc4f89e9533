package org.lede.benchmarks.hibernate;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Makes English text into words as the suite does, whose analyzer is made for another Lucene. An
 * analyzer that Hibernate Search builds of names has no gap between the values of a field, so that
 * phrases would run on into the next.
 */
final class EnglishAnalyzer extends Analyzer {
  static final String NAME = "english";

  private static final int GAP = 100;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(
        words,
        new KStemFilter(
            new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)))));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }
}
