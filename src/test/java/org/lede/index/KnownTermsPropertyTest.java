package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;

/** Compares terms some of which are known with those that are read from the files. */
class KnownTermsPropertyTest {
  private static final List<String> WORDS = List.of("a", "an", "b", "é", "z", "zz");
  private static final String FIELD = Schema.text("en");

  /** Something to do with the terms of a field. */
  record Step(Kind kind, String word) {
    enum Kind {
      SEEK,
      PREPARE,
      CEIL,
      NEXT,
      BY_STATE,
      OCCURRENCES,
      POSTINGS,
      IMPACTS,
      SAME_BYTES
    }
  }

  @Property
  void areTheSame(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(min = 1, max = 4) int leastDocs,
      @ForAll("steps") List<Step> steps)
      throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(texts, directory);
      KnownTermsReader.Segments known = new KnownTermsReader.Segments(0, leastDocs);
      try (DirectoryReader files = DirectoryReader.open(directory);
          DirectoryReader reader = known.reader(DirectoryReader.open(directory))) {
        known.learn(reader);
        LeafReader expected = files.leaves().getFirst().reader();
        LeafReader actual = reader.leaves().getFirst().reader();
        assertThat(said(actual, steps)).isEqualTo(said(expected, steps));
        assertThat(known.memoryBytes()).isEqualTo(144L * frequent(expected, leastDocs));
      }
      assertThat(known.memoryBytes()).as("when the segment is closed").isZero();
    }
  }

  private static void write(List<String> texts, ByteBuffersDirectory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (String text : texts) {
        Document document = new Document();
        document.add(new TextField(FIELD, text, Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static long frequent(LeafReader segment, int leastDocs) throws IOException {
    long frequent = 0;
    TermsEnum each = segment.terms(FIELD).iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      frequent += each.docFreq() >= leastDocs ? 1 : 0;
    }
    return frequent;
  }

  /** Does all steps with one enumeration, and tells what it said. */
  private static List<String> said(LeafReader segment, List<Step> steps) throws IOException {
    List<String> said = new ArrayList<>();
    Terms terms = segment.terms(FIELD);
    said.add(terms.getMin().utf8ToString() + " to " + terms.getMax().utf8ToString());
    TermsEnum each = terms.iterator();
    boolean isAtTerm = false;
    for (Step step : steps) {
      BytesRef word = new BytesRef(step.word);
      switch (step.kind) {
        case SEEK -> isAtTerm = each.seekExact(word);
        case PREPARE -> {
          IOBooleanSupplier seeking = each.prepareSeekExact(word);
          isAtTerm = seeking != null && seeking.get();
        }
        case CEIL -> isAtTerm = each.seekCeil(word) != TermsEnum.SeekStatus.END;
        case NEXT -> isAtTerm = isAtTerm && each.next() != null; // else it is undefined
        case BY_STATE -> {
          if (isAtTerm) {
            TermsEnum other = terms.iterator();
            other.seekExact(BytesRef.deepCopyOf(each.term()), each.termState());
            said.add(
                "by state: " + here(other) + said(other.postings(null, PostingsEnum.FREQS), false));
          }
        }
        case OCCURRENCES -> said.add(isAtTerm ? here(each) : "nothing");
        case POSTINGS ->
            said.add(isAtTerm ? said(each.postings(null, PostingsEnum.POSITIONS), true) : "none");
        case IMPACTS -> said.add(isAtTerm ? said(each.impacts(PostingsEnum.FREQS), false) : "none");
        case SAME_BYTES -> {
          isAtTerm = each.seekExact(word);
          word.bytes[word.offset] = 'Z'; // is the caller's to do with as he likes
        }
      }
      said.add(step.kind + " " + (isAtTerm ? each.term().utf8ToString() : "nowhere"));
    }
    return said;
  }

  private static String here(TermsEnum terms) throws IOException {
    return terms.term().utf8ToString() + " " + terms.docFreq() + " " + terms.totalTermFreq();
  }

  private static String said(PostingsEnum postings, boolean hasPositions) throws IOException {
    StringBuilder said = new StringBuilder();
    while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      said.append(" ").append(postings.docID()).append(" x ").append(postings.freq());
      for (int left = postings.freq(); left > 0 && hasPositions; left--) {
        said.append(" at ").append(postings.nextPosition());
      }
    }
    return said.toString();
  }

  @Provide
  static Arbitrary<List<String>> texts() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(words -> String.join(" ", words))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  static Arbitrary<List<Step>> steps() {
    Set<String> words = Set.of("a", "an", "b", "bb", "é", "z", "zz", "zzz");
    return Combinators.combine(Arbitraries.of(Step.Kind.class), Arbitraries.of(words))
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }
}
