package org.lede.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** Analyses each field as its language has it. Lives as long as its index. */
final class TextAnalysis extends DelegatingAnalyzerWrapper {
  private final Map<String, Analyzer> byField = new HashMap<>();

  TextAnalysis() {
    super(PER_FIELD_REUSE_STRATEGY);
    for (String language : Languages.all()) {
      Analyzer analyzer = Languages.analyzer(language);
      byField.put(Schema.text(language), analyzer);
      byField.put(Schema.headline(language), analyzer);
    }
    byField.put(Schema.BYLINE_TEXT, Languages.analyzer(Languages.OTHER));
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
