package org.lede.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;
import org.lede.Facet;

/**
 * Compares the documents with any or all of some words or values, and what is counted as a sum of
 * those with any, with what the documents were given.
 */
class TermCombinationPropertyTest {
  private static final String ID = "id";
  private static final String WORDS = Schema.text("en");
  private static final List<Facet> FACETS = List.of(Facet.COUNTRY, Facet.ORGANISATION);
  private static final List<String> FIELDS = FACETS.stream().map(Schema::about).toList();

  /** What each document was given, by field. */
  private final List<Map<String, Set<String>>> given = new ArrayList<>();

  /**
   * Frequent words and rare ones, few values and many, segments with and without deletions; with
   * memory for all terms, for some, and for none.
   *
   * @param values how many values each facet may have; with many of them, few terms pay
   */
  @Property(tries = 200)
  void countsWhatDocumentsWereGiven(
      @ForAll @IntRange(min = 1, max = 1_000) int articles,
      @ForAll @IntRange(min = 1, max = 300) int values,
      @ForAll @IntRange(min = 0, max = 200_000) int maxBytes,
      @ForAll boolean deletes,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      fill(writer, articles, values, random);
      for (int i = 0; deletes && i < articles / 5; i++) {
        writer.deleteDocuments(new Term(ID, Integer.toString(random.nextInt(articles))));
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        Snapshot snapshot = snapshot(reader, maxBytes);
        checkMemory(snapshot, maxBytes);
        for (int i = 0; i < 20; i++) {
          List<Term> terms = terms(values, random);
          checkSets(snapshot, terms, false);
          checkSets(snapshot, terms, true);
          checkUnion(snapshot, terms, random.nextBoolean());
        }
      }
    }
  }

  private void fill(IndexWriter writer, int articles, int values, Random random)
      throws IOException {
    given.clear();
    for (int i = 0; i < articles; i++) {
      Map<String, Set<String>> fields = new TreeMap<>();
      fields.put(WORDS, some(20, 10, random));
      FIELDS.forEach(field -> fields.put(field, some(values, random.nextInt(6), random)));
      Document document = new Document();
      document.add(new KeywordField(ID, Integer.toString(i), Store.YES));
      fields.forEach((field, all) ->
          all.forEach(value -> document.add(new KeywordField(field, value, Store.NO))));
      given.add(fields);
      writer.addDocument(document);
      if (random.nextInt(300) == 0) {
        writer.flush();
      }
    }
  }

  private static Set<String> some(int different, int number, Random random) {
    Set<String> some = new TreeSet<>();
    for (int i = 0; i < number; i++) {
      some.add("v" + (int) (different * Math.pow(random.nextDouble(), 3)));
    }
    return some;
  }

  private static List<Term> terms(int values, Random random) {
    List<Term> terms = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      boolean word = random.nextInt(4) > 0;
      String field = word ? WORDS : FIELDS.get(random.nextInt(FIELDS.size()));
      terms.add(new Term(field, "v" + random.nextInt(word ? 22 : values + 1)));
    }
    return terms;
  }

  private static Snapshot snapshot(DirectoryReader reader, long maxBytes) throws IOException {
    FacetTables tables = new FacetTables(maxBytes, 1);
    FIELDS.forEach(tables::use);
    Snapshot snapshot = new Snapshot("one", reader, FrequentWords.NONE, tables);
    tables.prepare(snapshot);
    tables.countTerms(snapshot);
    return snapshot;
  }

  private static void checkMemory(Snapshot snapshot, int maxBytes) throws IOException {
    FacetTable table = requireNonNull(snapshot.table());
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      CountedTerms terms =
          CountedTerms.of(leaf.reader(), table.rows(leaf.ord), 1, maxBytes, () -> true);
      assertThat(terms.memoryBytes()).isLessThanOrEqualTo(maxBytes);
    }
  }

  private void checkSets(Snapshot snapshot, List<Term> terms, boolean all) throws IOException {
    FacetTable table = requireNonNull(snapshot.table());
    MeteredSearcher searcher = snapshot.searcher(null, Deadline.NONE);
    Query query = query(terms, all ? Occur.MUST : Occur.SHOULD);
    TermCombination combination = combination(query, searcher);
    Matches whole = new Matches(searcher, query, Deadline.NONE);
    TermSets sets = new TermSets(combination.all(), each(combination, searcher, table), whole);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      DocSet here = sets.in(leaf);
      List<Integer> expected = docs(leaf, terms, all, Map.of());
      assertThat(DocSetPropertyTest.docs(here)).isEqualTo(expected);
      assertThat(here.size()).isEqualTo(expected.size());
    }
  }

  private void checkUnion(Snapshot snapshot, List<Term> terms, boolean onlyCounted)
      throws IOException {
    FacetTable table = requireNonNull(snapshot.table());
    MeteredSearcher searcher = snapshot.searcher(null, Deadline.NONE);
    boolean inTable = FIELDS.stream().allMatch(table::has);
    TermUnion union = union(query(terms, Occur.SHOULD), searcher, table, onlyCounted && inTable);
    List<DocSet> docs = new ArrayList<>();
    Map<String, Map<String, Integer>> expected = new TreeMap<>();
    FIELDS.forEach(field -> expected.put(field, new TreeMap<>()));
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      DocSet here = union.in(leaf);
      List<Integer> expectedDocs = docs(leaf, terms, false, expected);
      assertThat(here.size()).isEqualTo(expectedDocs.size());
      if (!onlyCounted) {
        assertThat(DocSetPropertyTest.docs(here)).isEqualTo(expectedDocs);
      }
      docs.add(here);
    }
    List<String> fields = new ArrayList<>(FIELDS);
    Collections.shuffle(fields, new Random(terms.hashCode()));
    FacetCounter counter = new FacetCounter(snapshot, table, searcher, docs, Deadline.NONE);
    counter.count(fields.subList(0, onlyCounted ? 2 : 1));
    for (String field : fields.subList(0, onlyCounted ? 2 : 1)) {
      Map<String, Integer> counts = new TreeMap<>();
      FieldCounts counted = requireNonNull(counter.of(field));
      counted.forEach(each -> counts.put(counted.ordinals().value(each.ordinal()), each.count()));
      assertThat(counts).isEqualTo(expected.get(field));
      assertThat(counted.distinct()).isEqualTo(counts.size());
    }
  }

  private static TermUnion union(
      Query query, MeteredSearcher searcher, FacetTable table, boolean onlyCounted)
      throws IOException {
    List<TermDocs> each = each(combination(query, searcher), searcher, table);
    return new TermUnion(table, each, new Matches(searcher, query, Deadline.NONE), onlyCounted);
  }

  private static TermCombination combination(Query query, MeteredSearcher searcher)
      throws IOException {
    return TermCombination.of(query, searcher).orElseThrow();
  }

  private static List<TermDocs> each(
      TermCombination combination, MeteredSearcher searcher, FacetTable table) {
    return TermDocs.of(searcher, combination.queries(), table, Deadline.NONE);
  }

  private static Query query(List<Term> terms, Occur occur) {
    if (terms.size() == 1) {
      return new TermQuery(terms.getFirst());
    }
    BooleanQuery.Builder several = new BooleanQuery.Builder();
    terms.forEach(term -> several.add(new TermQuery(term), occur));
    return several.build();
  }

  /** Returns the live documents that were given any or all of the terms, and adds their values. */
  private List<Integer> docs(
      LeafReaderContext leaf,
      List<Term> terms,
      boolean all,
      Map<String, Map<String, Integer>> counts)
      throws IOException {
    List<Integer> docs = new ArrayList<>();
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
      String id = requireNonNull(leaf.reader().storedFields().document(doc).get(ID));
      Map<String, Set<String>> fields = given.get(Integer.parseInt(id));
      Predicate<Term> isGiven =
          term -> requireNonNull(fields.get(term.field())).contains(term.text());
      boolean matches = all ? terms.stream().allMatch(isGiven) : terms.stream().anyMatch(isGiven);
      if (matches && (live == null || live.get(doc))) {
        docs.add(doc);
        counts.forEach((field, byValue) ->
            requireNonNull(fields.get(field))
                .forEach(value -> byValue.merge(value, 1, Integer::sum)));
      }
    }
    return docs;
  }

  @Test
  void addsUpWhatIsKnownOfFrequentWords() throws IOException {
    Random random = new Random(1);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      fill(writer, 2_000, 10, random);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        Snapshot snapshot = snapshot(reader, Long.MAX_VALUE);
        FacetTable table = requireNonNull(snapshot.table());
        MeteredSearcher searcher = snapshot.searcher(null, Deadline.NONE);
        Query query = query(List.of(new Term(WORDS, "v0"), new Term(WORDS, "v19")), Occur.SHOULD);

        TermUnion union = union(query, searcher, table, false);

        for (LeafReaderContext leaf : reader.leaves()) {
          DocSet docs = union.in(leaf);
          CountSum sum = docs.sum().orElseThrow();
          assertThat(sum.terms()).contains(new Term(WORDS, "v0"));
          assertThat(sum.docs()).isLessThan(docs.size());
        }
      }
    }
  }

  @Test
  void readsNothingOfFrequentWordsThatMustAllBeThere() throws IOException {
    Random random = new Random(1);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      fill(writer, 2_000, 10, random);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        FacetTable table = requireNonNull(snapshot(reader, Long.MAX_VALUE).table());
        List<Term> frequent = List.of(new Term(WORDS, "v0"), new Term(WORDS, "v1"));
        Term none = new Term(WORDS, "none");
        Term neither = new Term(WORDS, "neither");

        assertThat(TermSets.haveAllOf(query(frequent, Occur.MUST), table)).isTrue();
        assertThat(TermSets.haveAllOf(query(frequent, Occur.SHOULD), table)).isFalse();
        for (Occur occur : List.of(Occur.MUST, Occur.SHOULD)) {
          TermCombination both = TermCombination.of(query(frequent, occur)).orElseThrow();
          assertThat(TermSets.areInMemory(both, table)).isTrue();
        }
        assertThat(
                TermSets.haveAllOf(query(List.of(frequent.getFirst(), none), Occur.FILTER), table))
            .isTrue();
        assertThat(TermSets.haveAllOf(query(List.of(none, neither), Occur.MUST), table)).isFalse();
        assertThat(
                TermSets.haveAllOf(
                    query(List.of(none, neither, frequent.getFirst()), Occur.MUST), table))
            .isFalse();
      }
    }
  }

  @Test
  void isOfAllOrAnyWordsAndOfNothingElse() {
    TermQuery one = new TermQuery(new Term(WORDS, "v0"));
    TermQuery other = new TermQuery(new Term(WORDS, "v1"));
    BooleanQuery all =
        new BooleanQuery.Builder().add(one, Occur.MUST).add(other, Occur.FILTER).build();
    BooleanQuery any =
        new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
    assertThat(TermCombination.of(all)).contains(new TermCombination(true, List.of(one, other)));
    assertThat(TermCombination.of(any)).contains(new TermCombination(false, List.of(one, other)));
    for (Query mixed :
        List.of(
            new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.FILTER).build(),
            new BooleanQuery.Builder().add(one, Occur.MUST).add(other, Occur.MUST_NOT).build(),
            new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .setMinimumNumberShouldMatch(2)
                .build())) {
      assertThat(TermCombination.of(mixed)).isEmpty();
    }
  }

  @Test
  void takesAQueryForWhatItComesDownTo() throws IOException {
    TermQuery one = new TermQuery(new Term(WORDS, "v0"));
    Query twice = wrapped(wrapped(one));
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
        DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      assertThat(TermCombination.of(twice)).isEmpty();
      assertThat(TermCombination.of(twice, searcher))
          .contains(new TermCombination(false, List.of(one)));
    }
  }

  @Test
  void takesASingleWordForAnyOfOne() {
    TermQuery one = new TermQuery(new Term(WORDS, "v0"));
    BooleanQuery repeated =
        new BooleanQuery.Builder().add(one, Occur.MUST).add(one, Occur.MUST).build();
    TermCombination any = new TermCombination(false, List.of(one));
    assertThat(TermCombination.of(one)).contains(any);
    assertThat(TermCombination.of(wrapped(one))).contains(any);
    assertThat(TermCombination.of(repeated)).contains(any);
  }

  private static Query wrapped(Query query) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).build();
  }
}
