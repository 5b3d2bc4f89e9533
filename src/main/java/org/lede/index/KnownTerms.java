package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ByteBlockPool;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent terms of one segment, which need not be looked up in its files: where they are,
 * and how often they occur. Never changes.
 *
 * <p>To look a term up is to walk through an index of prefixes and then through a block of terms,
 * some two microseconds in a large segment, and short searches look most of their words up for a
 * third of their time. A hash table takes a quarter of that.
 */
final class KnownTerms {
  /** How much memory a term takes, about: its bytes, its state, its place in the table. */
  private static final int BYTES_OF_TERM = 144;

  /** After how many terms to ask whether to go on. */
  private static final int STRETCH = 1_024;

  /** So many terms may be known of any segment. */
  private static final int FEW_TERMS = 8_192;

  /** Of a large segment, one term for so many documents may be known. */
  private static final int DOCS_OF_TERM = 8;

  /**
   * A term that is known.
   *
   * @param state where it is in the files
   * @param docs how many documents have it, deleted ones included
   * @param times how often they have it
   */
  record Known(TermState state, int docs, long times) {}

  private final Map<String, Field> fields;

  private KnownTerms(Map<String, Field> fields) {
    this.fields = fields;
  }

  /** The known terms of one field. */
  static final class Field {
    private final BytesRefHash numbers;
    private final List<Known> known = new ArrayList<>();

    private Field(ByteBlockPool texts) {
      numbers = new BytesRefHash(texts);
    }

    private void add(Candidate candidate) {
      numbers.add(candidate.term);
      known.add(candidate.known);
    }

    /** Returns the number of a known term; a negative one if it is not known. */
    int find(BytesRef term) {
      return numbers.find(term);
    }

    /** Returns what is known of the term of a number. */
    Known known(int number) {
      return known.get(number);
    }

    /** Returns the term of a number. Not to be changed. */
    BytesRef term(int number) {
      return numbers.get(number, new BytesRef());
    }
  }

  private record Candidate(String field, BytesRef term, Known known) {
    private int docs() {
      return known.docs;
    }
  }

  /**
   * Finds the terms of words, pairs of words and facet values in most documents of a segment.
   *
   * @param leastDocs terms with fewer documents are left out
   * @param goesOn tells whether to go on; if not, fewer are known
   */
  static KnownTerms of(LeafReader segment, int leastDocs, BooleanSupplier goesOn)
      throws IOException {
    int most = Math.max(FEW_TERMS, segment.maxDoc() / DOCS_OF_TERM);
    Queue<Candidate> rarestFirst = new PriorityQueue<>(Comparator.comparingInt(Candidate::docs));
    for (FieldInfo field : segment.getFieldInfos()) {
      Terms terms = isLookedUp(field.name) ? segment.terms(field.name) : null;
      if (terms != null) {
        addFrequent(field.name, terms.iterator(), leastDocs, most, goesOn, rarestFirst);
      }
    }
    ByteBlockPool texts = new ByteBlockPool(new ByteBlockPool.DirectAllocator());
    Map<String, Field> fields = new HashMap<>();
    for (Candidate each : rarestFirst) {
      fields.computeIfAbsent(each.field, field -> new Field(texts)).add(each);
    }
    return new KnownTerms(fields);
  }

  private static boolean isLookedUp(String field) {
    return Schema.languageOf(field).isPresent()
        || Schema.derivedOf(field).isPresent()
        || Schema.facetOf(field).isPresent();
  }

  private static void addFrequent(
      String field,
      TermsEnum each,
      int leastDocs,
      int most,
      BooleanSupplier goesOn,
      Queue<Candidate> rarestFirst)
      throws IOException {
    int least = leastDocs;
    int passed = 0;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (passed++ % STRETCH == 0 && !goesOn.getAsBoolean()) {
        return;
      }
      if (each.docFreq() >= least) {
        Known known = new Known(each.termState(), each.docFreq(), each.totalTermFreq());
        rarestFirst.add(new Candidate(field, BytesRef.deepCopyOf(term), known));
        if (rarestFirst.size() > most) {
          least = rarestFirst.remove().docs();
        }
      }
    }
  }

  /** Returns the known terms of a field, or null if there are none. */
  @Nullable Field field(String name) {
    return fields.get(name);
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    return fields.values().stream().mapToLong(field -> field.known.size()).sum() * BYTES_OF_TERM;
  }
}
