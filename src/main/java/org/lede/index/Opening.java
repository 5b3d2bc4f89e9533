package org.lede.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;

/** The first words of a text, as a field. What comes after them is not even read. */
final class Opening extends Field {
  private static final FieldType WITHOUT_POSITIONS = withoutPositions();

  private final String text;

  Opening(String field, String text) {
    super(field, text, WITHOUT_POSITIONS);
    this.text = text;
  }

  private static FieldType withoutPositions() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
    return new LimitTokenCountFilter(analyzer.tokenStream(name(), text), Schema.OPENING_WORDS);
  }
}
