package org.lede.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.lede.BudgetExceeded;
import org.lede.query.Budget;

/**
 * Finds the words of an index that a prefix, a pattern or a fuzzy word stands for.
 *
 * <p>The words are gone through one by one rather than by an automaton of the pattern, because that
 * may take longer to build than any index takes to read: there are patterns of a hundred letters
 * whose automaton has millions of states.
 */
final class Expansions {
  private final IndexReader reader;
  private final Budget budget;

  /** Whether too many words are an error; otherwise the most frequent ones are taken. */
  private final boolean strict;

  private boolean cut;

  Expansions(IndexReader reader, Budget budget, boolean strict) {
    this.reader = reader;
    this.budget = budget;
    this.strict = strict;
  }

  /** Tells whether there were more words than could be taken. */
  boolean wereCut() {
    return cut;
  }

  /** Returns the words of a field that start in some way. */
  List<BytesRef> startingWith(String field, BytesRef start) throws IOException {
    return matching(field, start, term -> true);
  }

  /** Returns the words of a field that have a shape. */
  List<BytesRef> like(String field, WordPattern pattern) throws IOException {
    return matching(field, pattern.start(), pattern::matches);
  }

  private List<BytesRef> matching(String field, BytesRef start, Predicate<BytesRef> matches)
      throws IOException {
    Found found = new Found();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      if (each.seekCeil(start) == TermsEnum.SeekStatus.END) {
        continue;
      }
      for (BytesRef term = each.term();
          term != null && StringHelper.startsWith(term, start) && found.mayLookOn();
          term = each.next()) {
        if (matches.test(term)) {
          found.add(term, each.docFreq());
        }
      }
    }
    return found.terms();
  }

  /** Returns the words of a field that are spelt almost like one. */
  List<BytesRef> similarTo(String field, String word, int edits) throws IOException {
    CompiledAutomaton similar =
        new CompiledAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits), false, true);
    Found found = new Found();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = similar.getTermsEnum(terms);
        while (each.next() != null && found.mayLookOn()) {
          found.add(each.term(), each.docFreq());
        }
      }
    }
    return found.terms();
  }

  /** The words found so far, and in how many documents each is. */
  private final class Found {
    private final Map<BytesRef, Integer> frequencies = new HashMap<>();
    private int seen;

    /** Tells whether another word may be looked at, and counts it. */
    boolean mayLookOn() {
      if (++seen <= budget.patternWork()) {
        return true;
      }
      over("compared with", budget.patternWork());
      return false;
    }

    void add(BytesRef term, int frequency) {
      Integer before = frequencies.get(term);
      frequencies.put(
          before == null ? BytesRef.deepCopyOf(term) : term,
          frequency + (before == null ? 0 : before));
    }

    /** Returns the words; the most frequent ones, if there are too many. */
    List<BytesRef> terms() {
      if (frequencies.size() <= budget.expansions()) {
        return frequencies.keySet().stream().sorted().toList();
      }
      over("stand for", budget.expansions());
      Comparator<Map.Entry<BytesRef, Integer>> mostFrequent =
          Map.Entry.<BytesRef, Integer>comparingByValue().reversed();
      return frequencies.entrySet().stream()
          .sorted(mostFrequent.thenComparing(Map.Entry.comparingByKey()))
          .limit(budget.expansions())
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    private void over(String what, int limit) {
      cut = true;
      if (strict) {
        throw new BudgetExceeded(
            "a prefix, wildcard or fuzzy word may %s at most %,d words of the index, but this one would more; write more of its letters, or raise the budget"
                .formatted(what.equals("stand for") ? what : "be " + what, limit));
      }
    }
  }
}
