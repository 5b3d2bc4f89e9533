package org.lede.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query that counts as one clause of those around it.
 *
 * <p>Lucene counts the clauses of a whole query, whatever its depth, and refuses over 1,024 of them
 * unless somebody raises that for the whole process. A question of many words in an index of many
 * languages has more, none of which is too much by itself.
 */
final class WholeQuery extends Query {
  private final Query inner;

  WholeQuery(Query inner) {
    this.inner = inner;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return searcher.createWeight(searcher.rewrite(inner), mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return inner.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WholeQuery that && inner.equals(that.inner);
  }

  @Override
  public int hashCode() {
    return 31 * inner.hashCode();
  }
}
