package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ids of articles by their document numbers. Not safe for use by several threads.
 *
 * <p>Ids are there twice. Their order is kept as numbers, which are quick to compare, but to get
 * from a number to its id takes as long as the rest of a short search; so each document has its id
 * as well.
 */
final class ArticleIds {
  /** Up to so many ids are read faster than their numbers, as those take longer to open. */
  private static final int FEW = 16;

  /** The number of an id that was not looked at. */
  private static final int UNKNOWN = -1;

  private final List<LeafReaderContext> leaves;
  private final SortedDocValues[] orders;
  private final BinaryDocValues[] texts;

  ArticleIds(List<LeafReaderContext> leaves) {
    this.leaves = leaves;
    orders = new SortedDocValues[leaves.size()];
    texts = new BinaryDocValues[leaves.size()];
  }

  /** A document, and what tells where its id is in the order of ids. */
  private static final class Numbered {
    private final int doc;
    private final int segment;

    /** The number of its id among those of its segment, or {@link #UNKNOWN}. */
    private final int number;

    /** Read at once if the number is unknown, or else if ids of several segments are compared. */
    private @Nullable BytesRef id;

    private Numbered(int doc, int segment, int number) {
      this.doc = doc;
      this.segment = segment;
      this.number = number;
    }
  }

  /**
   * Puts documents in the order of their ids.
   *
   * @param docs documents; fastest if they rise
   */
  void sort(int[] docs) throws IOException {
    Numbered[] numbered = new Numbered[docs.length];
    for (int i = 0; i < docs.length; i++) {
      boolean few = docs.length <= FEW;
      numbered[i] = new Numbered(docs[i], segment(docs[i]), few ? UNKNOWN : number(docs[i]));
      numbered[i].id = few ? bytes(docs[i]) : null;
    }
    Arrays.sort(numbered, this::compare);
    for (int i = 0; i < docs.length; i++) {
      docs[i] = numbered[i].doc;
    }
  }

  private int compare(Numbered one, Numbered other) {
    if (one.number != UNKNOWN && one.segment == other.segment) {
      return Integer.compare(one.number, other.number);
    }
    try {
      return id(one).compareTo(id(other));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the ids of two articles", e);
    }
  }

  private BytesRef id(Numbered document) throws IOException {
    if (document.id == null) {
      document.id = bytes(document.doc);
    }
    return document.id;
  }

  /** Returns the segment of a document. */
  private int segment(int doc) {
    return leaves.size() == 1 ? 0 : ReaderUtil.subIndex(doc, leaves);
  }

  private int number(int doc) throws IOException {
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
