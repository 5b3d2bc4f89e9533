package org.lede.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.SmallFloat;

/**
 * How well a text matches by how often something stands in it: BM25 as Lucene has it, for things
 * that Lucene cannot count (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
 */
final class Bm25 {
  static final Bm25 NONE = new Bm25(0, 1);

  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  private final float rarity;
  private final float averageLength;

  private Bm25(float rarity, float averageLength) {
    this.rarity = rarity;
    this.averageLength = averageLength;
  }

  /** Makes scores for something of a rarity in the texts of a field. */
  static Bm25 of(IndexReader reader, String field, double rarity) throws IOException {
    long words = reader.getSumTotalTermFreq(field);
    int texts = reader.getDocCount(field);
    return new Bm25((float) rarity, texts == 0 ? 1 : (float) (words / (double) texts));
  }

  /** Returns the rarity of a word: the fewer texts have it, the higher. */
  static double rarity(IndexReader reader, Term term) throws IOException {
    long texts = reader.getDocCount(term.field());
    long with = reader.docFreq(term);
    return Math.log(1 + (texts - with + 0.5) / (with + 0.5));
  }

  /** Returns the score of a text that has something so often, by its length as Lucene keeps it. */
  float score(int count, long norm) {
    int length = SmallFloat.byte4ToInt((byte) norm);
    float relative = length / averageLength;
    return rarity * count / (count + K1 * (1 - B + B * relative));
  }

  /** Returns what no score exceeds. */
  float most() {
    return rarity;
  }
}
