package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * One word of what is searched for.
 *
 * @param term the word as the index has it
 * @param position where it stands, from 0
 */
record Token(BytesRef term, int position) {

  /** Returns the words of a text as a field has them. */
  static List<Token> of(String text, String field, TextAnalysis analysis) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analysis.tokenStream(field, text)) {
      TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      for (stream.reset(); stream.incrementToken(); ) {
        position += increment.getPositionIncrement();
        tokens.add(new Token(BytesRef.deepCopyOf(term.getBytesRef()), position));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return tokens;
  }
}
