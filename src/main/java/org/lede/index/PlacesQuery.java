package org.lede.index;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents in which a {@link Place} is found a number of times.
 *
 * <p>First the documents are found that hold the words at all, which Lucene does by skipping; only
 * in these the positions are looked at. They score by {@link Bm25} over how often the place is
 * found, with the rarity of all its words together, as Lucene's phrases do.
 */
final class PlacesQuery extends Query {
  private final String field;
  private final Place place;
  private final int times;

  PlacesQuery(String field, Place place, int times) {
    this.field = field;
    this.place = place;
    this.times = times;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Query holding = searcher.rewrite(holding(place));
    Weight documents = searcher.createWeight(holding, ScoreMode.COMPLETE_NO_SCORES, 1);
    Bm25 bm25 =
        mode.needsScores()
            ? Bm25.of(searcher.getIndexReader(), field, boost * rarity(searcher.getIndexReader()))
            : Bm25.NONE;
    return new PlacesWeight(documents, bm25, MeteredSearcher.deadline(searcher));
  }

  /** Returns a query for the documents that hold the words of a place, wherever. */
  private Query holding(Place part) {
    return switch (part) {
      case Place.Word(var term) -> new TermQuery(new Term(field, term));
      case Place.AnyWord(var terms) -> AnyWordQuery.of(field, terms);
      case Place.Phrase(var terms, var positions, var slop) ->
          joined(Occur.FILTER, terms.stream().map(this::term).toList());
      case Place.Either(var parts) ->
          joined(Occur.SHOULD, parts.stream().map(this::holding).toList());
      case Place.Near near ->
          joined(Occur.FILTER, List.of(holding(near.left()), holding(near.right())));
      case Place.Same same ->
          joined(Occur.FILTER, List.of(holding(same.left()), holding(same.right())));
      case Place.Within(var inner, var scope) -> holding(inner);
    };
  }

  private Query term(BytesRef term) {
    return new TermQuery(new Term(field, term));
  }

  private static Query joined(Occur occur, List<Query> queries) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    for (Query query : queries) {
      if (occur == Occur.FILTER && query instanceof BooleanQuery inner && areFilters(inner)) {
        inner.forEach(joined::add); // or each layer would be rewritten again and again
      } else {
        joined.add(query, occur);
      }
    }
    return joined.build();
  }

  private static boolean areFilters(BooleanQuery query) {
    return query.clauses().stream().allMatch(clause -> clause.occur() == Occur.FILTER);
  }

  /** Returns the rarity of all words together; a word that stands for several has 1. */
  private double rarity(IndexReader reader) throws IOException {
    double rarity = 0;
    for (Place part : (Iterable<Place>) place.all()::iterator) {
      switch (part) {
        case Place.Word(var term) -> rarity += Bm25.rarity(reader, new Term(field, term));
        case Place.AnyWord any -> rarity += 1;
        case Place.Phrase(var terms, var positions, var slop) -> {
          for (BytesRef term : terms) {
            rarity += Bm25.rarity(reader, new Term(field, term));
          }
        }
        default -> {} // its parts come as well
      }
    }
    return rarity;
  }

  private final class PlacesWeight extends Weight {
    private final Weight documents;
    private final Bm25 bm25;
    private final Deadline deadline;

    private PlacesWeight(Weight documents, Bm25 bm25, Deadline deadline) {
      super(PlacesQuery.this);
      this.documents = documents;
      this.bm25 = bm25;
      this.deadline = deadline;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier holding = documents.scorerSupplier(leaf);
      if (holding == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return new PlacesScorer(
              holding.get(leadCost).iterator(),
              PlaceReader.of(place, new SegmentTexts(field, leaf.reader(), deadline)),
              leaf.reader().getNormValues(field),
              bm25,
              deadline);
        }

        @Override
        public long cost() {
          return holding.cost();
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      Scorer scorer = scorer(leaf);
      return scorer != null && scorer.iterator().advance(doc) == doc
          ? Explanation.match(scorer.score(), PlacesQuery.this.toString())
          : Explanation.noMatch(PlacesQuery.this.toString());
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }
  }

  private final class PlacesScorer extends Scorer {
    private final TwoPhaseIterator places;
    private final DocIdSetIterator matches;
    private final @Nullable NumericDocValues norms;
    private final Bm25 bm25;
    private int count;

    private PlacesScorer(
        DocIdSetIterator holding,
        PlaceReader reader,
        @Nullable NumericDocValues norms,
        Bm25 bm25,
        Deadline deadline) {
      this.norms = norms;
      this.bm25 = bm25;
      places =
          new TwoPhaseIterator(holding) {
            @Override
            public boolean matches() throws IOException {
              deadline.check(); // which takes far less time than to read positions
              count = reader.in(approximation.docID()).size();
              return count >= times;
            }

            @Override
            public float matchCost() {
              return 1_000; // far more than to look up a value
            }
          };
      matches = TwoPhaseIterator.asDocIdSetIterator(places);
    }

    @Override
    public int docID() {
      return places.approximation().docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return matches;
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
      return places;
    }

    @Override
    public float getMaxScore(int upTo) {
      return bm25.most();
    }

    @Override
    public float score() throws IOException {
      long norm = norms != null && norms.advanceExact(docID()) ? norms.longValue() : 1;
      return bm25.score(count, norm);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + place + "*" + times;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlacesQuery that
        && field.equals(that.field)
        && place.equals(that.place)
        && times == that.times;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, place, times);
  }
}
