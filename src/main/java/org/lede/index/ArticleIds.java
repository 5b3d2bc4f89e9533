package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** Reads the ids of articles by their document numbers. Not safe for use by several threads. */
final class ArticleIds {
  private final List<LeafReaderContext> leaves;
  private final SortedDocValues[] values;

  ArticleIds(List<LeafReaderContext> leaves) {
    this.leaves = leaves;
    values = new SortedDocValues[leaves.size()];
  }

  /** Returns the segment of a document. */
  int segment(int doc) {
    return ReaderUtil.subIndex(doc, leaves);
  }

  /**
   * Returns the number of a document's id among all ids of its segment, in their order. Fastest if
   * documents rise.
   */
  int ordinal(int doc) throws IOException {
    LeafReaderContext leaf = leaves.get(segment(doc));
    SortedDocValues ids = values[leaf.ord];
    if (ids == null || doc - leaf.docBase < ids.docID()) { // they can be read forwards only
      ids = DocValues.getSorted(leaf.reader(), Schema.ID);
      values[leaf.ord] = ids;
    }
    ids.advanceExact(doc - leaf.docBase); // every article has an id
    return ids.ordValue();
  }

  /** Returns the id with a number that {@link #ordinal} has returned for that segment. */
  BytesRef id(int segment, int ordinal) throws IOException {
    return BytesRef.deepCopyOf(values[segment].lookupOrd(ordinal));
  }

  /** Returns the id of a document. */
  BytesRef id(int doc) throws IOException {
    int ordinal = ordinal(doc);
    return id(segment(doc), ordinal);
  }
}
