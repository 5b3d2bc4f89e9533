package org.lede.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * Scores as Lucene does, and gives {@link WordPairs} the length of the text that they are of.
 *
 * <p>So a pair scores as the words do, and Lucene, which keeps the best scores of each block of
 * documents, can skip by them.
 */
final class TextSimilarity extends BM25Similarity {
  @Override
  public long computeNorm(FieldInvertState state) {
    return state.getAttributeSource() instanceof WordPairs.Mark pairs
        ? SmallFloat.intToByte4(pairs.textLength())
        : super.computeNorm(state);
  }
}
