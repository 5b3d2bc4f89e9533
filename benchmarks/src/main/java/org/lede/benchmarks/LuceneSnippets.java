package org.lede.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/**
 * Snippets by Lucene's {@code UnifiedHighlighter}: the headline, and the best sentences of lead and
 * body. As in Lede, the stored text of the hits is analysed again, so that neither index holds
 * offsets. Of words, the stream of tokens is enough, which is the least work; of phrases only words
 * are marked that stand in one. Only the three fields that are shown are taken from what is stored.
 *
 * <p>For one thread.
 */
final class LuceneSnippets extends UnifiedHighlighter {
  private static final String HEADLINE = "headline";
  private static final String LEAD = "lead";
  private static final String BODY = "body";

  /** The fields as the highlighter asks for them, and how many passages of each. */
  private static final String[] FIELDS = {HEADLINE, LuceneDocuments.TEXT};

  private static final int[] PASSAGES = {1, Engine.PASSAGES};
  private static final Set<String> STORED = Set.of(HEADLINE, LEAD, BODY);
  private static final String PARAGRAPH = String.valueOf(MULTIVAL_SEP_CHAR);

  /**
   * A passage.
   *
   * @param text its text
   * @param spans what is marked, from the start of the text
   */
  record Marked(String text, List<Span> spans) {
    /** Returns the stretches that are marked. */
    List<String> marks() {
      return spans.stream().map(span -> text.substring(span.start(), span.end())).toList();
    }
  }

  /** A stretch of a text, in characters (UTF-16 units). */
  record Span(int start, int end) {}

  LuceneSnippets(IndexSearcher searcher) {
    super(
        new Builder(searcher, new EnglishText())
            .withFieldMatcher(field -> true) // what was found in the text is marked in the headline
            .withWeightMatches(false)
            .withPassageRelevancyOverSpeed(false)
            .withFormatter(new Formatter()));
  }

  /** Returns the passages of each hit, the headline first. */
  List<List<Marked>> of(Query query, TopDocs top) throws IOException {
    int[] docs = Arrays.stream(top.scoreDocs).mapToInt(hit -> hit.doc).toArray();
    if (docs.length == 0) {
      return List.of();
    }
    Map<String, Object[]> found = highlightFieldsAsObjects(FIELDS, query, docs, PASSAGES.clone());
    return IntStream.range(0, docs.length)
        .mapToObj(i ->
            Stream.of(FIELDS)
                .flatMap(field -> marked(requireNonNull(found.get(field))[i]).stream())
                .toList())
        .toList();
  }

  private static List<Marked> marked(@Nullable Object found) { // null if the field is empty
    return found instanceof Passages(var marked) ? marked : List.of();
  }

  /** The passages of one field. */
  private record Passages(List<Marked> marked) {}

  @Override
  protected OffsetSource getOffsetSource(String field) {
    return OffsetSource.ANALYSIS;
  }

  @Override
  protected BreakIterator getBreakIterator(String field) {
    return field.equals(HEADLINE)
        ? new WholeBreakIterator()
        : new SplittingBreakIterator(
            BreakIterator.getSentenceInstance(Locale.ENGLISH), MULTIVAL_SEP_CHAR);
  }

  /** Reads each hit once, and puts lead and body together with their paragraphs apart. */
  @Override
  protected List<CharSequence[]> loadFieldValues(
      String[] fields, DocIdSetIterator docs, int cacheCharsThreshold) throws IOException {
    StoredFields stored = getIndexSearcher().storedFields();
    List<CharSequence[]> values = new ArrayList<>();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      Document article = stored.document(doc, STORED);
      String body = article.get(BODY).replace("\n\n", PARAGRAPH);
      String text = article.get(LEAD) + PARAGRAPH + body;
      values.add(
          Arrays.stream(fields)
              .map(field -> field.equals(HEADLINE) ? article.get(HEADLINE) : text)
              .toArray(CharSequence[]::new));
    }
    return values;
  }

  /** Hands passages over as text and spans, as Lede does, rather than as markup. */
  private static final class Formatter extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      return new Passages(
          Arrays.stream(passages).map(passage -> marked(passage, content)).toList());
    }

    private static Marked marked(Passage passage, String content) {
      int start = passage.getStartOffset();
      int[] starts = passage.getMatchStarts();
      int[] ends = passage.getMatchEnds();
      return new Marked(
          content.substring(start, passage.getEndOffset()),
          IntStream.range(0, passage.getNumMatches())
              .mapToObj(i -> new Span(starts[i] - start, ends[i] - start))
              .toList());
    }
  }
}
