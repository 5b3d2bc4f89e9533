package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Compares the pairs of words in a segment with those that one finds by going through each text.
 */
class PairTermsPropertyTest {
  private static final List<String> WORDS = List.of("a", "an", "b", "é", "z", "zz");

  /** A word, and how far it is from the one before; words may share a position. */
  record Step(String word, int positions) {}

  @Property
  void hasEveryPair(
      @ForAll("texts") List<List<Step>> texts, @ForAll("frequent") Set<String> frequent)
      throws IOException {
    Map<BytesRef, Integer> numbers =
        FrequentWords.NONE.with("en", frequent.stream().map(BytesRef::new).toList()).of("en");
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (List<Step> text : texts) {
          writer.addDocument(document(text));
        }
        writer.forceMerge(1);
      }
      try (IndexReader reader = DirectoryReader.open(directory)) {
        Terms terms = MultiTerms.getTerms(reader, "text");
        Terms marks = MultiTerms.getTerms(reader, "mark");
        SortedMap<BytesRef, Map<Integer, Integer>> expected = new TreeMap<>();
        expected.put(new BytesRef(), timesOfMark(texts.size()));
        for (int doc = 0; doc < texts.size(); doc++) {
          addPairs(texts.get(doc), doc, numbers, expected);
        }
        Terms pairs = PairTerms.of(marks, terms, numbers, texts.size());
        assertThat(read(pairs)).containsExactlyElementsOf(List.copyOf(expected.entrySet()));
      }
    }
  }

  private static Map<Integer, Integer> timesOfMark(int texts) {
    Map<Integer, Integer> times = new TreeMap<>();
    for (int doc = 0; doc < texts; doc++) {
      times.put(doc, 1);
    }
    return times;
  }

  private static void addPairs(
      List<Step> text,
      int doc,
      Map<BytesRef, Integer> numbers,
      Map<BytesRef, Map<Integer, Integer>> pairs) {
    int one = -1;
    for (int i = 0; i < text.size(); i++) {
      one += text.get(i).positions();
      int other = one;
      for (int j = i + 1; j < text.size(); j++) {
        other += text.get(j).positions();
        BytesRef pair =
            WordPairs.term(
                new BytesRef(text.get(i).word()), new BytesRef(text.get(j).word()), numbers);
        if (other == one + 1 && pair != null) {
          pairs.computeIfAbsent(pair, term -> new TreeMap<>()).merge(doc, 1, Integer::sum);
        }
      }
    }
  }

  /** Returns the terms in their order, each with how often it stands in which text. */
  private static List<Map.Entry<BytesRef, Map<Integer, Integer>>> read(Terms terms)
      throws IOException {
    List<Map.Entry<BytesRef, Map<Integer, Integer>>> read = new ArrayList<>();
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      Map<Integer, Integer> times = new TreeMap<>();
      postings = each.postings(postings, PostingsEnum.FREQS);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        times.put(postings.docID(), postings.freq());
      }
      assertThat(each.term()).isEqualTo(term);
      read.add(Map.entry(BytesRef.deepCopyOf(term), times));
    }
    return read;
  }

  private static Document document(List<Step> text) {
    Document document = new Document();
    document.add(new TextField("text", new Words(text)));
    document.add(new Field("mark", new Words(List.of(new Step("", 1))), TextField.TYPE_NOT_STORED));
    return document;
  }

  private static final class Words extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute positions =
        addAttribute(PositionIncrementAttribute.class);

    private final List<Step> steps;
    private int next;

    private Words(List<Step> steps) {
      this.steps = steps;
    }

    @Override
    public boolean incrementToken() {
      if (next == steps.size()) {
        return false;
      }
      clearAttributes();
      Step step = steps.get(next++);
      term.setBytesRef(new BytesRef(step.word()));
      positions.setPositionIncrement(step.positions());
      return true;
    }
  }

  @Provide
  Arbitrary<List<List<Step>>> texts() {
    Arbitrary<Integer> positions = Arbitraries.of(0, 1, 1, 1, 1, 2, 31, 100);
    Arbitrary<Step> steps = Combinators.combine(Arbitraries.of(WORDS), positions).as(Step::new);
    Arbitrary<Step> first = steps.map(step -> new Step(step.word(), 1 + step.positions()));
    return RandomArticles.lists(
        Combinators.combine(first, RandomArticles.lists(steps, 0, 12))
            .as((one, others) -> {
              List<Step> text = new ArrayList<>(List.of(one));
              text.addAll(others);
              return text;
            }),
        1,
        6);
  }

  @Provide
  Arbitrary<Set<String>> frequent() {
    return Arbitraries.of(WORDS).set().ofMinSize(1).ofMaxSize(3);
  }
}
