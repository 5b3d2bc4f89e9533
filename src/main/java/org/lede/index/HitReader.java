package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.lede.Article;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Search;

/** Reads the articles of hits, and what of them shows why they were found. */
final class HitReader {
  /** How many articles are read even if the time is up: as many as people look at. */
  private static final int ALWAYS = 20;

  private final Snapshot snapshot;
  private final Search search;
  private final Marker marker;

  HitReader(Snapshot snapshot, Search search, Marker marker) {
    this.snapshot = snapshot;
    this.search = search;
    this.marker = marker;
  }

  /**
   * Reads hits, and then finds in one after the other what is asked for.
   *
   * @param hits takes them, one after the other
   * @param deadline when to stop; then the hits that were not yet read are missing, or the last
   *     ones are without their snippets and matches
   * @throws TimeUp if the deadline comes first
   */
  void read(List<ScoreDoc> best, List<Hit> hits, Deadline deadline) throws IOException {
    boolean scored = search.order() == Order.RELEVANCE;
    if (search.idsOnly()) {
      String[] ids = ids(best);
      for (int i = 0; i < ids.length; i++) {
        hits.add(Hit.of(ids[i], scored ? best.get(i).score : 0));
      }
    } else {
      StoredFields stored = snapshot.searcher().storedFields();
      for (ScoreDoc each : best) {
        if (hits.size() >= ALWAYS) {
          deadline.check();
        }
        Article article = ArticleDocuments.article(stored.document(each.doc));
        hits.add(Hit.of(article, scored ? each.score : 0));
      }
    }
    if (search.matches() || !search.snippets().isNone()) {
      mark(best, hits, deadline);
    }
  }

  private void mark(List<ScoreDoc> best, List<Hit> hits, Deadline deadline) throws IOException {
    for (int i = 0; i < hits.size(); i++) {
      hits.set(i, marked(hits.get(i), best.get(i).doc, deadline));
    }
  }

  private Hit marked(Hit hit, int doc, Deadline deadline) throws IOException {
    Marker.Marked marked = marker.mark(hit.article(), doc, deadline);
    Hit matching = search.matches() ? hit.withMatches(marked.matches()) : hit;
    return search.snippets().isNone()
        ? matching
        : matching.withSnippets(new Snippets(marked, deadline).of(search.snippets()));
  }

  private String[] ids(List<ScoreDoc> best) throws IOException {
    int[] docs = new int[best.size()];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = best.get(i).doc;
    }
    return new ArticleIds(snapshot.reader().leaves()).texts(docs);
  }
}
