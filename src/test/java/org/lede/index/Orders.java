package org.lede.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/** In which order an index keeps its articles, which no answer shows. */
final class Orders {
  private Orders() {}

  /** Returns the ids of what searches see, in that order. */
  static List<String> ids(ArticleIndex index) {
    return index.withLucene(searcher -> {
      IndexReader reader = searcher.getIndexReader();
      StoredFields stored = reader.storedFields();
      Bits live = MultiBits.getLiveDocs(reader);
      List<String> ids = new ArrayList<>();
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          ids.add(stored.document(doc, Set.of(Schema.ID)).get(Schema.ID));
        }
      }
      return ids;
    });
  }
}
