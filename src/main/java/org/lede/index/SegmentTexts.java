package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** The texts that a segment holds in one of its fields, numbered as its documents are. */
final class SegmentTexts implements Texts {
  private final String field;
  private final LeafReader leaf;
  private final Deadline deadline;
  private final BinaryDocValues layouts;
  private int laidOut = -1;
  private Layout layout = Layout.ONE;

  SegmentTexts(String field, LeafReader leaf, Deadline deadline) throws IOException {
    this.field = field;
    this.leaf = leaf;
    this.deadline = deadline;
    layouts = DocValues.getBinary(leaf, Schema.LAYOUT);
  }

  @Override
  public PlaceReader words(Place.AnyWord words) throws IOException {
    List<PostingsEnum> all = new ArrayList<>();
    for (BytesRef term : words.terms()) {
      deadline.check();
      PostingsEnum postings = leaf.postings(new Term(field, term), PostingsEnum.POSITIONS);
      if (postings != null) {
        all.add(postings);
      }
    }
    return new Words(words, all);
  }

  /** Returns the layout of a document, which is read once. */
  @Override
  public Layout layout(int doc) throws IOException {
    if (!field.equals(Schema.BYLINE_TEXT) && doc != laidOut) {
      laidOut = doc;
      layout = layouts.advanceExact(doc) ? Layout.read(layouts.binaryValue()) : Layout.ONE;
    }
    return layout;
  }

  private static final class Words extends PlaceReader.Words {
    private final PriorityQueue<PostingsEnum> byDoc =
        new PriorityQueue<>(Comparator.comparingInt(PostingsEnum::docID));

    private Words(Place.AnyWord words, List<PostingsEnum> postings) {
      super(words);
      byDoc.addAll(postings);
    }

    @Override
    void read(int doc, Spans found) throws IOException {
      List<PostingsEnum> here = new ArrayList<>(1);
      while (!byDoc.isEmpty() && byDoc.element().docID() <= doc) {
        PostingsEnum word = byDoc.remove();
        int at = word.docID() < doc ? word.advance(doc) : doc;
        if (at == doc) {
          for (int i = word.freq(); i > 0; i--) {
            int position = word.nextPosition();
            found.add(position, position + 1);
          }
          here.add(word);
        } else if (at != DocIdSetIterator.NO_MORE_DOCS) {
          byDoc.add(word);
        }
      }
      for (PostingsEnum word : here) {
        if (word.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          byDoc.add(word);
        }
      }
    }
  }
}
