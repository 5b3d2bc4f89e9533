package org.lede.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.lede.query.Budget;

/**
 * Finds the words of an index that a prefix, a pattern or a fuzzy word stands for.
 *
 * <p>The words are gone through one by one rather than by an automaton of the pattern, because that
 * may take longer to build than any index takes to read: there are patterns of a hundred letters
 * whose automaton has millions of states.
 */
final class Expansions {
  /** How many words are looked at between two looks at the clock. */
  private static final int STRETCH = 256;

  private final IndexReader reader;
  private final Budget budget;
  private final Deadline deadline;

  /**
   * What fuzzy words are compared by; most languages write a word alike, so that one serves all.
   */
  private final Map<String, CompiledAutomaton> automata = new HashMap<>();

  Expansions(IndexReader reader, Budget budget, Deadline deadline) {
    this.reader = reader;
    this.budget = budget;
    this.deadline = deadline;
  }

  /**
   * Words that were found.
   *
   * @param terms the words; if there were too many, those that most articles have of the ones
   *     looked at
   * @param why why these are not all, if they are not
   */
  record Found(List<BytesRef> terms, Optional<String> why) {}

  /** Returns the words of a field that start in some way. */
  Found startingWith(String field, BytesRef start) throws IOException {
    return matching(field, start, term -> true);
  }

  /** Returns the words of a field that have a shape. */
  Found like(String field, WordPattern pattern) throws IOException {
    return matching(field, pattern.start(), pattern::matches);
  }

  private Found matching(String field, BytesRef start, Predicate<BytesRef> matches)
      throws IOException {
    Collecting collecting = new Collecting();
    for (LeafReaderContext leaf : reader.leaves()) {
      deadline.check();
      Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      if (each.seekCeil(start) == TermsEnum.SeekStatus.END) {
        continue;
      }
      for (BytesRef term = each.term();
          term != null && StringHelper.startsWith(term, start) && collecting.mayLookOn();
          term = each.next()) {
        if (matches.test(term)) {
          collecting.add(term, each.docFreq());
        }
      }
    }
    return collecting.found();
  }

  /** Returns the words of a field that are spelt almost like one. */
  Found similarTo(String field, String word, int edits) throws IOException {
    deadline.check(); // an automaton takes some milliseconds
    CompiledAutomaton similar =
        automata.computeIfAbsent(edits + word, key -> automaton(word, edits));
    Collecting collecting = new Collecting();
    for (LeafReaderContext leaf : reader.leaves()) {
      deadline.check();
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = similar.getTermsEnum(terms);
        while (each.next() != null && collecting.mayLookOn()) {
          collecting.add(each.term(), each.docFreq());
        }
      }
    }
    return collecting.found();
  }

  private static CompiledAutomaton automaton(String word, int edits) {
    return new CompiledAutomaton(
        new LevenshteinAutomata(word, true).toAutomaton(edits), false, true);
  }

  /** The words found so far, and in how many documents each is. */
  private final class Collecting {
    private final Map<BytesRef, Integer> frequencies = new HashMap<>();
    private int seen;
    private boolean tooMany;

    /** Tells whether another word may be looked at, and counts it. */
    boolean mayLookOn() {
      if (seen % STRETCH == 0) {
        deadline.check();
      }
      return ++seen <= budget.patternWork();
    }

    void add(BytesRef term, int frequency) {
      Integer before = frequencies.get(term);
      frequencies.put(
          before == null ? BytesRef.deepCopyOf(term) : term,
          frequency + (before == null ? 0 : before));
      if (frequencies.size() > 2 * budget.expansions()) { // so that memory is bounded
        tooMany = true;
        frequencies.keySet().retainAll(new HashSet<>(mostFrequent()));
      }
    }

    Found found() {
      if (tooMany || frequencies.size() > budget.expansions()) {
        return new Found(mostFrequent(), Optional.of(tooMany("stand for", budget.expansions())));
      }
      List<BytesRef> all = frequencies.keySet().stream().sorted().toList();
      return new Found(
          all,
          seen > budget.patternWork()
              ? Optional.of(tooMany("be compared with", budget.patternWork()))
              : Optional.empty());
    }

    private List<BytesRef> mostFrequent() {
      Comparator<Map.Entry<BytesRef, Integer>> order =
          Map.Entry.<BytesRef, Integer>comparingByValue().reversed();
      return frequencies.entrySet().stream()
          .sorted(order.thenComparing(Map.Entry.comparingByKey()))
          .limit(budget.expansions())
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    private static String tooMany(String what, int limit) {
      return "a prefix, wildcard or fuzzy word may %s at most %,d words of the index, but this one would more; write more of its letters, or raise the budget"
          .formatted(what, limit);
    }
  }
}
