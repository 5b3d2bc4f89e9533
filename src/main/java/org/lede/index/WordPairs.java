package org.lede.index;

import java.io.IOException;
import java.util.Map;
import java.util.function.IntSupplier;
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
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Words of a text that stand next to each other, one of them at least a frequent one.
 *
 * <p>Each pair is a term of its own. Frequent words stand in most texts, and often; a pair stands
 * in few. So a phrase is found sooner by its pairs than by its words: two words are one term, and
 * of more words the places need to be looked at only in texts that have all their pairs. {@code
 * CommonGramsFilter} of Lucene makes such terms too, but instead of the words, and with positions,
 * which would take as much room again as the pairs themselves.
 *
 * <p>The articles only say that they want pairs, by a term that is empty. {@link PairTerms} adds
 * the pairs when a segment is written: Lucene would have to look each of them up in a table that is
 * far larger than the caches of the processor, which takes several times longer.
 */
final class WordPairs {
  private static final FieldType TYPE = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private WordPairs() {}

  /**
   * Returns the term for two words that stand next to each other; null if none of them is frequent.
   *
   * @param frequent the number of each frequent word
   */
  static @Nullable BytesRef term(BytesRef one, BytesRef other, Map<BytesRef, Integer> frequent) {
    Integer first = frequent.get(one);
    if (first != null) {
      return term(prefix(first, false), other);
    }
    Integer second = frequent.get(other);
    return second == null ? null : term(prefix(second, true), one);
  }

  /**
   * Returns the number with which the term of a pair begins, from 0 to twice the frequent words.
   *
   * @param frequent the number of the frequent word; of the first if both are
   * @param isSecond whether it stands behind the other word
   */
  static int prefix(int frequent, boolean isSecond) {
    return frequent * 2 + (isSecond ? 1 : 0);
  }

  /** Returns the term of a pair: its prefix in two bytes, and then the other word. */
  static BytesRef term(int prefix, BytesRef word) {
    byte[] term = new byte[2 + word.length];
    term[0] = (byte) (prefix >> Byte.SIZE);
    term[1] = (byte) prefix;
    System.arraycopy(word.bytes, word.offset, term, 2, word.length);
    return new BytesRef(term);
  }

  /** Tells whether every text of a language in a segment has its pairs. */
  static boolean isComplete(LeafReader segment, String language) throws IOException {
    Terms words = segment.terms(Schema.text(language));
    Terms pairs = segment.terms(Schema.pairs(language));
    return words == null || (pairs != null && pairs.getDocCount() == words.getDocCount());
  }

  /**
   * Returns the field that says that a text wants its pairs.
   *
   * @param length tells how many words the text has when Lucene asks for the field
   */
  static IndexableField field(String language, IntSupplier length) {
    return new Field(Schema.pairs(language), "", TYPE) {
      @Override
      public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        return new Mark(length.getAsInt());
      }
    };
  }

  /** One term, which is empty; or none, if the text is. */
  static final class Mark extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final int length;
    private boolean ended;

    private Mark(int length) {
      this.length = length;
      ended = length == 0;
    }

    /** Returns how many words the text has. */
    int textLength() {
      return length;
    }

    @Override
    public boolean incrementToken() {
      if (ended) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(new BytesRef());
      ended = true;
      return true;
    }
  }
}
