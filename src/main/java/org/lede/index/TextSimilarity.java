package org.lede.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * Scores as Lucene does, and gives a {@link DerivedField} the length that it will have: {@link
 * WordPairs} that of the text that they are of.
 *
 * <p>So a pair scores as the words do, and Lucene, which keeps the best scores of each block of
 * documents, can skip by them.
 */
final class TextSimilarity extends BM25Similarity {
  @Override
  public long computeNorm(FieldInvertState state) {
    return state.getAttributeSource() instanceof DerivedField.Mark mark
        ? SmallFloat.intToByte4(mark.length())
        : super.computeNorm(state);
  }
}
