package org.lede.search;

import java.util.List;
import org.lede.query.Zone;

/**
 * A passage of an article, with what in it was looked for. Plain text and positions, never markup:
 * a {@link SnippetRenderer} makes that, and escapes what an article may hold.
 *
 * @param zone the part of the article that it is from; of bylines, all of them with a comma and
 *     space between
 * @param start where it starts in that part, in characters (UTF-16 units)
 * @param text the text, as the article has it, without space at its ends
 * @param spans what was looked for, in order, none within or across another
 */
public record Snippet(Zone.Part zone, int start, String text, List<Span> spans) {
  /** Makes a snippet of a copy of the spans. */
  public Snippet {
    spans = List.copyOf(spans);
  }

  /**
   * Something in a text that was looked for: a word, or a whole phrase. Phrases and words that
   * share characters are one span.
   *
   * @param start where it starts in the text, in characters (UTF-16 units)
   * @param end where it ends, after its last character
   * @param words the words that were looked for, if it is a phrase, counted from the start of the
   *     text as well; empty if it is a word
   */
  public record Span(int start, int end, List<Span> words) {
    /** Makes a span of a copy of the words. */
    public Span {
      words = List.copyOf(words);
    }
  }
}
