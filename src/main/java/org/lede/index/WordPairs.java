package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The words of one text that stand next to each other, one of them at least a frequent one.
 *
 * <p>Each pair is a term of its own. Frequent words stand in most texts, and often; a pair stands
 * in few. So a phrase is found sooner by its pairs than by its words: two words are one term, and
 * of more words the places need to be looked at only in texts that have all their pairs. {@code
 * CommonGramsFilter} of Lucene makes such terms too, but instead of the words, and with positions,
 * which would take as much room again as the pairs themselves.
 *
 * <p>Every text that has words has one more term there, which is empty, so that one can tell in how
 * many texts pairs were looked for.
 */
final class WordPairs {
  /** What stands between two words: no byte of UTF-8, so no word has it. */
  private static final byte BETWEEN = (byte) 0xFF;

  private static final FieldType TYPE = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private final Set<BytesRef> frequent;

  /** The words at the position before, and at the one reached so far: mostly one. */
  private List<Word> before = new ArrayList<>();

  private List<Word> here = new ArrayList<>();
  private int position = -1;
  private int length;

  // the pairs: all their bytes, and where each ends among them
  private byte[] bytes = new byte[1_024];
  private int[] ends = new int[64];
  private int size;

  /** Takes down pairs of which one word at least is among these. */
  WordPairs(Set<BytesRef> frequent) {
    this.frequent = frequent;
  }

  private record Word(BytesRef bytes, boolean isFrequent) {}

  /** Returns the term for two words that stand next to each other. */
  static BytesRef term(BytesRef one, BytesRef other) {
    byte[] term = new byte[one.length + 1 + other.length];
    System.arraycopy(one.bytes, one.offset, term, 0, one.length);
    term[one.length] = BETWEEN;
    System.arraycopy(other.bytes, other.offset, term, one.length + 1, other.length);
    return new BytesRef(term);
  }

  /** Tells whether every text of a language in a segment has its pairs. */
  static boolean isComplete(LeafReader segment, String language) throws IOException {
    Terms words = segment.terms(Schema.text(language));
    Terms pairs = segment.terms(Schema.pairs(language));
    return words == null || (pairs != null && pairs.getDocCount() == words.getDocCount());
  }

  /** Takes the next word of the text; positions never fall. */
  void add(BytesRef word, int at) {
    if (at != position) {
      List<Word> old = before;
      before = here;
      here = old;
      here.clear();
      if (at != position + 1) {
        before.clear();
      }
      position = at;
      length++;
    }
    Word added = new Word(BytesRef.deepCopyOf(word), frequent.contains(word));
    for (Word first : before) {
      if (first.isFrequent || added.isFrequent) {
        addPair(first.bytes, added.bytes);
      }
    }
    here.add(added);
  }

  private void addPair(BytesRef one, BytesRef other) {
    BytesRef pair = term(one, other);
    int start = size == 0 ? 0 : ends[size - 1];
    bytes = ArrayUtil.grow(bytes, start + pair.length);
    System.arraycopy(pair.bytes, 0, bytes, start, pair.length);
    ends = ArrayUtil.grow(ends, size + 1);
    ends[size++] = start + pair.length;
  }

  /** Returns the pairs of all that was taken when Lucene asks for them. */
  IndexableField field(String language) {
    return new Field(Schema.pairs(language), "", TYPE) {
      @Override
      public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        return new Stream();
      }
    };
  }

  /** The empty term, and then the pairs. */
  final class Stream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private int next = -1;

    /**
     * Returns how many words the text has, as Lucene counts them: those at the same position once.
     */
    int textLength() {
      return length;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (length == 0 || next == size) {
        return false;
      }
      if (next < 0) {
        term.setBytesRef(new BytesRef());
      } else {
        int start = next == 0 ? 0 : ends[next - 1];
        term.setBytesRef(new BytesRef(bytes, start, ends[next] - start));
      }
      next++;
      return true;
    }
  }
}
