package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.lede.Article;

/**
 * Finds articles like another one, by the words that tell it from others: those with the highest
 * product of how often they stand in it and how rare they are (Salton and Buckley, "Term-weighting
 * approaches in automatic text retrieval", 1988).
 */
final class Likeness {
  /** How many of ten words an article must hold. */
  static final int OF_TEN = 3;

  /** A word that no other article has is of no use. */
  private static final int LEAST_FREQUENCY = 2;

  /** How many words are looked at between two looks at the clock. */
  private static final int STRETCH = 1_000;

  private Likeness() {}

  /** A word and its weight. */
  private record Weighted(BytesRef word, double weight) {}

  static Query of(String id, Snapshot snapshot, TextAnalysis analysis, Deadline deadline)
      throws IOException {
    Document stored = snapshot.stored(id);
    if (stored == null) {
      return new MatchNoDocsQuery("there is no article " + id);
    }
    Article article = ArticleDocuments.article(stored);
    String field = Schema.text(Languages.analysedAs(article.language()));
    List<BytesRef> words = words(article, field, snapshot.reader(), analysis, deadline);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word of article " + id + " is in another");
    }
    BooleanQuery.Builder like = new BooleanQuery.Builder();
    words.forEach(word -> like.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
    like.setMinimumNumberShouldMatch(Math.ceilDiv(words.size() * OF_TEN, 10));
    return new BooleanQuery.Builder()
        .add(like.build(), Occur.MUST)
        .add(new TermQuery(new Term(Schema.ID, id)), Occur.MUST_NOT)
        .build();
  }

  private static List<BytesRef> words(
      Article article, String field, IndexReader reader, TextAnalysis analysis, Deadline deadline)
      throws IOException {
    Map<BytesRef, Integer> counts = new HashMap<>();
    for (String text : List.of(article.headline(), article.lead(), article.body())) {
      count(analysis.tokenStream(field, text), counts, deadline);
    }
    List<Weighted> weighted = new ArrayList<>();
    for (Map.Entry<BytesRef, Integer> word : counts.entrySet()) {
      Term term = new Term(field, word.getKey());
      if (reader.docFreq(term) >= LEAST_FREQUENCY) {
        weighted.add(new Weighted(word.getKey(), word.getValue() * Bm25.rarity(reader, term)));
      }
    }
    return weighted.stream()
        .sorted(
            Comparator.comparingDouble((Weighted each) -> -each.weight())
                .thenComparing(Weighted::word))
        .limit(org.lede.query.Query.Like.MAX_WORDS)
        .map(Weighted::word)
        .toList();
  }

  private static void count(TokenStream words, Map<BytesRef, Integer> counts, Deadline deadline)
      throws IOException {
    try (words) {
      TermToBytesRefAttribute word = words.addAttribute(TermToBytesRefAttribute.class);
      int seen = 0;
      for (words.reset(); words.incrementToken(); seen++) {
        if (seen % STRETCH == 0) {
          deadline.check();
        }
        counts.merge(BytesRef.deepCopyOf(word.getBytesRef()), 1, Integer::sum);
      }
      words.end();
    }
  }
}
