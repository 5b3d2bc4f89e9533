package org.lede.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the ids of articles by their document numbers. Not safe for use by several threads.
 *
 * <p>Ids are there twice. Their order is kept as numbers, which are quick to compare, but to get
 * from a number to its id takes as long as the rest of a short search; so each document has its id
 * as well.
 */
final class ArticleIds {
  private final List<LeafReaderContext> leaves;
  private final SortedDocValues[] orders;
  private final BinaryDocValues[] texts;

  ArticleIds(List<LeafReaderContext> leaves) {
    this.leaves = leaves;
    orders = new SortedDocValues[leaves.size()];
    texts = new BinaryDocValues[leaves.size()];
  }

  /** Returns the segment of a document. */
  int segment(int doc) {
    return leaves.size() == 1 ? 0 : ReaderUtil.subIndex(doc, leaves);
  }

  /**
   * Returns the number of a document's id among all ids of its segment, in their order. Fastest if
   * documents rise.
   */
  int ordinal(int doc) throws IOException {
    LeafReaderContext leaf = leaves.get(segment(doc));
    SortedDocValues order = orders[leaf.ord];
    if (order == null || doc - leaf.docBase < order.docID()) { // they can be read forwards only
      order = DocValues.getSorted(leaf.reader(), Schema.ID);
      orders[leaf.ord] = order;
    }
    order.advanceExact(doc - leaf.docBase); // every article has an id
    return order.ordValue();
  }

  /** Returns the ids of documents, in the order given. */
  String[] texts(int[] docs) throws IOException {
    long[] rising = new long[docs.length]; // as they are read fastest
    for (int i = 0; i < docs.length; i++) {
      rising[i] = (long) docs[i] << Integer.SIZE | i;
    }
    Arrays.sort(rising);
    String[] texts = new String[docs.length];
    for (long next : rising) {
      texts[(int) next] = read((int) (next >>> Integer.SIZE)).utf8ToString();
    }
    return texts;
  }

  /** Returns the id of a document as bytes, in whose order ids are. */
  BytesRef bytes(int doc) throws IOException {
    return BytesRef.deepCopyOf(read(doc));
  }

  private BytesRef read(int doc) throws IOException {
    LeafReaderContext leaf = leaves.get(segment(doc));
    BinaryDocValues text = texts[leaf.ord];
    if (text == null || doc - leaf.docBase < text.docID()) {
      text = DocValues.getBinary(leaf.reader(), Schema.ID_TEXT);
      texts[leaf.ord] = text;
    }
    text.advanceExact(doc - leaf.docBase);
    return text.binaryValue();
  }
}
