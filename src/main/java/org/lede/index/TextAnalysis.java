package org.lede.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.util.BytesRef;

/** Analyses each field as its language has it. Lives as long as its index. */
final class TextAnalysis extends DelegatingAnalyzerWrapper {
  private final Map<String, Analyzer> byField = new HashMap<>();

  /** The function words of each language that was asked for, as its analysis has them. */
  private final Map<String, Set<BytesRef>> functionWords = new ConcurrentHashMap<>();

  TextAnalysis() {
    super(PER_FIELD_REUSE_STRATEGY);
    for (String language : Languages.all()) {
      Analyzer analyzer = Languages.analyzer(language);
      byField.put(Schema.text(language), analyzer);
      byField.put(Schema.headline(language), analyzer);
      byField.put(Schema.opening(language), analyzer);
    }
    byField.put(Schema.BYLINE_TEXT, Languages.analyzer(Languages.OTHER));
  }

  /**
   * Tells whether a word of a language is one that says little about what a text is about.
   *
   * @param word the word as the analysis of the language has it
   */
  boolean isFunctionWord(String language, BytesRef word) {
    return functionWords
        .computeIfAbsent(language, each -> FunctionWords.analysed(each, this))
        .contains(word);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    Analyzer analyzer = byField.get(field);
    if (analyzer == null) {
      throw new IllegalArgumentException("the field " + field + " holds no text");
    }
    return analyzer;
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return field.equals(Schema.BYLINE_TEXT) ? Schema.GAP : 0; // LayoutRecorder sets those of texts
  }

  @Override
  public int getOffsetGap(String field) {
    return 1; // nobody reads offsets, but Lucene asks for fields without text as well
  }

  @Override
  public void close() {
    byField.values().forEach(Analyzer::close);
    super.close();
  }
}
