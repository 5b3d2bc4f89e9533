package org.lede.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Of the frequent words and facet values of one segment: how many of their documents have each
 * value in {@link FacetRows}. Counted once, as a segment never changes but for deletions, which are
 * none of its business.
 *
 * <p>To count the documents of a word that a tenth of all have is to wait for as many rows. To add
 * up what is known takes a step for each value, of which there are far fewer; that is what
 * databases call a materialised aggregate. It pays for terms whose documents have not many more
 * values than there are documents, and other terms are left out.
 */
final class CountedTerms {
  /** Nothing is known of any term. */
  static final CountedTerms NONE = new CountedTerms(Map.of(), new byte[0], Map.of());

  /** A term pays if there are so many values for each of its documents at most. */
  private static final int VALUES_OF_DOC = 2;

  /**
   * If one value in so many has a count, the counts of all are kept: to tell which these are takes
   * more room.
   */
  private static final int DENSE = 3;

  /**
   * Of words that one document in so many has, it is known which have it: those of rarer words are
   * read in little time.
   */
  private static final int FREQUENT = 16;

  /** Which documents have frequent words may take one of so many parts of the memory. */
  private static final int PARTS = 3;

  /** Half of the bits of a byte. */
  private static final int HALF = 4;

  /** The most that half of a byte can hold. */
  private static final int MOST = 15;

  /** As much as one array can hold, and some room for what is asked for last. */
  private static final long MOST_BYTES = Integer.MAX_VALUE / 2;

  /** How much memory a term takes beside its counts, about. */
  private static final int BYTES_OF_TERM = 128;

  /** Where the counts of each term start. */
  private final Map<Term, Integer> starts;

  /** For each term the number of its documents and of their values, and what these count. */
  private final byte[] counts;

  /** The documents of facet values and of the most frequent words, deleted ones included. */
  private final Map<Term, DocSet> docs;

  private CountedTerms(Map<Term, Integer> starts, byte[] counts, Map<Term, DocSet> docs) {
    this.starts = starts;
    this.counts = counts;
    this.docs = docs;
  }

  /**
   * Counts the terms of a segment, the most frequent first.
   *
   * @param leastDocs terms with fewer documents are left out
   * @param maxBytes how much memory they may take; where that is not enough, the others are left
   *     out
   * @param goesOn tells whether to go on; if not, the others are left out
   */
  static CountedTerms of(
      LeafReader segment, FacetRows rows, int leastDocs, long maxBytes, BooleanSupplier goesOn)
      throws IOException {
    if (segment.maxDoc() < leastDocs || !goesOn.getAsBoolean()) {
      return NONE;
    }
    Making making = new Making(segment, rows, Math.min(maxBytes, MOST_BYTES));
    for (Candidate candidate : candidates(segment, rows, leastDocs)) {
      if (!goesOn.getAsBoolean() || !making.add(candidate)) {
        break;
      }
    }
    return new CountedTerms(making.starts, making.out.toArrayCopy(), making.docs);
  }

  /**
   * A term that may pay.
   *
   * @param size how many documents have it
   */
  private record Candidate(Term term, int size) {}

  private static List<Candidate> candidates(LeafReader segment, FacetRows rows, int leastDocs)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (FieldInfo field : segment.getFieldInfos()) {
      Terms terms = segment.terms(field.name);
      boolean counts =
          rows.fields().contains(field.name) || Schema.languageOf(field.name).isPresent();
      if (terms != null && counts) {
        TermsEnum each = terms.iterator();
        for (BytesRef text = each.next(); text != null; text = each.next()) {
          if (each.docFreq() >= leastDocs) {
            Term term = new Term(field.name, BytesRef.deepCopyOf(text));
            candidates.add(new Candidate(term, each.docFreq()));
          }
        }
      }
    }
    candidates.sort(Comparator.comparingInt(candidate -> -candidate.size));
    return candidates;
  }

  /** Counts in the making. */
  private static final class Making {
    private final LeafReader segment;
    private final FacetRows rows;
    private final List<Integer> fields;
    private final long maxBytes;
    private final Map<Term, Integer> starts = new HashMap<>();
    private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();

    /** What is written of one term. */
    private final ByteBuffersDataOutput one = ByteBuffersDataOutput.newResettableInstance();

    private final Map<Term, DocSet> docs = new HashMap<>();

    /** How much memory all of that takes, and the documents of words alone. */
    private long bytes;

    private long bytesForWords;

    /** The counts of one term by code, and the codes that have one. */
    private final int[] counts;

    private final int[] codes;

    private Making(LeafReader segment, FacetRows rows, long maxBytes) {
      this.segment = segment;
      this.rows = rows;
      this.maxBytes = maxBytes;
      fields = IntStream.range(0, rows.fields().size()).boxed().toList();
      counts = new int[rows.codes()];
      codes = new int[rows.codes()];
    }

    /** Adds a term if it pays, or tells that there is no room for it. */
    private boolean add(Candidate candidate) throws IOException {
      DocSet here = docs(candidate);
      rows.count(here, 0, segment.maxDoc(), fields, counts, Deadline.NONE);
      int values = findCodes();
      boolean pays = values <= (long) VALUES_OF_DOC * candidate.size;
      one.reset();
      if (pays) {
        write(candidate.size, values);
      }
      Arrays.fill(counts, 0);
      boolean isValue = rows.fields().contains(candidate.term.field());
      boolean isKept = isValue || hasRoomForWord(candidate, here);
      long more = (pays ? one.size() + BYTES_OF_TERM : 0) + (isKept ? memoryBytes(here) : 0);
      if (bytes + more > maxBytes) {
        return false;
      }
      bytes += more;
      if (pays) {
        starts.put(candidate.term, Math.toIntExact(out.size()));
        one.copyTo(out);
      }
      if (isKept) {
        docs.put(candidate.term, here);
        bytesForWords += isValue ? 0 : memoryBytes(here);
      }
      return true;
    }

    private boolean hasRoomForWord(Candidate word, DocSet here) {
      return word.size >= segment.maxDoc() / FREQUENT
          && bytesForWords + memoryBytes(here) <= maxBytes / PARTS;
    }

    private void write(int size, int values) throws IOException {
      one.writeVInt(size);
      one.writeVInt(values);
      if (isDense(values, counts.length)) {
        writeAll();
      } else {
        writeOnly(values);
      }
    }

    private DocSet docs(Candidate candidate) throws IOException {
      PostingsEnum postings = requireNonNull(segment.postings(candidate.term, PostingsEnum.NONE));
      if (DocSet.isFew(candidate.size, segment.maxDoc())) {
        int[] list = new int[candidate.size];
        for (int i = 0; i < list.length; i++) {
          list[i] = postings.nextDoc();
        }
        return DocSet.of(list, segment.maxDoc());
      }
      FixedBitSet bits = new FixedBitSet(segment.maxDoc());
      postings.nextDoc();
      postings.intoBitSet(segment.maxDoc(), bits, 0);
      return DocSet.of(bits);
    }

    /** Finds the codes of the values that have a count, and returns how many there are. */
    private int findCodes() {
      int found = 0;
      for (int field : fields) {
        Arrays.fill(counts, field == 0 ? 0 : rows.endCode(field - 1), rows.firstCode(field), 0);
        for (int code = rows.firstCode(field); code < rows.endCode(field); code++) {
          if (counts[code] > 0) {
            codes[found++] = code;
          }
        }
      }
      return found;
    }

    /** Writes the counts of all codes, two in a byte; what is more than fits comes behind. */
    private void writeAll() throws IOException {
      int large = 0;
      for (int code = 0; code < counts.length; code += 2) {
        int next = code + 1 < counts.length ? counts[code + 1] : 0;
        one.writeByte((byte) (Math.min(counts[code], MOST) | Math.min(next, MOST) << HALF));
        large += (counts[code] > MOST ? 1 : 0) + (next > MOST ? 1 : 0);
      }
      one.writeVInt(large);
      int last = 0;
      for (int code = 0; code < counts.length; code++) {
        if (counts[code] > MOST) {
          one.writeVInt(code - last);
          one.writeVInt(counts[code] - MOST);
          last = code;
        }
      }
    }

    /**
     * Writes only the counts that there are: of each how far it is from the one before, doubled,
     * and one more if it is a count of one, which most are; otherwise the count comes behind.
     */
    private void writeOnly(int values) throws IOException {
      int last = 0;
      for (int i = 0; i < values; i++) {
        int count = counts[codes[i]];
        one.writeVInt((codes[i] - last) << 1 | (count == 1 ? 1 : 0));
        if (count > 1) {
          one.writeVInt(count);
        }
        last = codes[i];
      }
    }
  }

  private static boolean isDense(int values, int codes) {
    return values > codes / DENSE;
  }

  /** Tells whether a term is counted. */
  boolean has(Term term) {
    return starts.containsKey(term);
  }

  /** Returns how many documents, deleted ones included, have a term that is counted. */
  int size(Term term) {
    return at(term).readVInt();
  }

  /**
   * Adds how many documents, deleted ones included, of a term that is counted have each value.
   *
   * @param array the counts to add to
   * @param numbers where in the array the count of each code is
   */
  void addTo(int[] array, int[] numbers, Term term) {
    ByteArrayDataInput in = at(term);
    in.readVInt(); // how many documents
    int values = in.readVInt();
    if (isDense(values, numbers.length)) {
      addAll(array, numbers, in);
    } else {
      addOnly(values, array, numbers, in);
    }
  }

  private void addAll(int[] array, int[] numbers, ByteArrayDataInput in) {
    int at = in.getPosition();
    for (int code = 0; code < numbers.length; code += 2, at++) {
      array[numbers[code]] += counts[at] & MOST;
      if (code + 1 < numbers.length) {
        array[numbers[code + 1]] += counts[at] >> HALF & MOST;
      }
    }
    in.setPosition(at);
    int large = 0;
    for (int left = in.readVInt(); left > 0; left--) {
      large += in.readVInt();
      array[numbers[large]] += in.readVInt();
    }
  }

  private static void addOnly(int values, int[] array, int[] numbers, ByteArrayDataInput in) {
    int code = 0;
    for (int left = values; left > 0; left--) {
      int step = in.readVInt();
      code += step >> 1;
      array[numbers[code]] += (step & 1) == 1 ? 1 : in.readVInt();
    }
  }

  private ByteArrayDataInput at(Term term) {
    int start = requireNonNull(starts.get(term), "a term is asked for that is not counted");
    return new ByteArrayDataInput(counts, start, counts.length - start);
  }

  /** Returns the documents, deleted ones included, that have a term, if they are known. */
  Optional<DocSet> docs(Term term) {
    return Optional.ofNullable(docs.get(term));
  }

  /** Tells whether nothing is known of any term. */
  boolean isEmpty() {
    return starts.isEmpty() && docs.isEmpty();
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    return memoryBytes(starts, counts.length, docs);
  }

  private static long memoryBytes(Map<Term, Integer> starts, long counts, Map<Term, DocSet> docs) {
    return counts
        + (long) starts.size() * BYTES_OF_TERM
        + docs.values().stream().mapToLong(CountedTerms::memoryBytes).sum();
  }

  private static long memoryBytes(DocSet docs) {
    return docs.memoryBytes() + BYTES_OF_TERM;
  }
}
