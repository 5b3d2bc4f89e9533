package org.lede.index;

import java.io.IOException;
import java.util.Map;
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
 * the pairs when a segment is written, as {@link DerivedField} has it.
 */
final class WordPairs {
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
}
