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
    Languages.all()
        .forEach(language -> byField.put(Schema.text(language), Languages.analyzer(language)));
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
    return Schema.GAP;
  }

  @Override
  public void close() {
    byField.values().forEach(Analyzer::close);
    super.close();
  }
}
