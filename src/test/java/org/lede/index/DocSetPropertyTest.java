package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Sets of documents behave as sets of numbers, whether they are lists or bits. */
class DocSetPropertyTest {
  static final int MAX_DOC = 200;

  @Property
  void areWhatIsInBothSets(
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> one,
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> other,
      @ForAll boolean bits,
      @ForAll boolean otherBits)
      throws IOException {
    Set<Integer> both = new TreeSet<>(one);
    both.retainAll(other);

    DocSet and = set(one, bits).and(set(other, otherBits));

    check(and, both);
  }

  /** Of lists of very different lengths, too. */
  @Property
  void areWhatIsInAllSets(
      @ForAll @Size(min = 1, max = 4)
          List<@Size(max = 3) Set<@IntRange(max = MAX_DOC - 1) Integer>> missing,
      @ForAll @Size(max = 5) Set<@IntRange(max = MAX_DOC - 1) Integer> few,
      @ForAll boolean bits)
      throws IOException {
    List<DocSet> sets = new ArrayList<>(List.of(set(few, bits)));
    Set<Integer> expected = new TreeSet<>(few);
    for (Set<Integer> without : missing) {
      Set<Integer> most = IntStream.range(0, MAX_DOC).boxed().collect(Collectors.toSet());
      most.removeAll(without);
      sets.add(set(most, sets.size() % 2 == 0));
      expected.removeAll(without);
    }

    check(DocSet.allOf(sets), expected);
    check(DocSet.allOf(sets.reversed()), expected);
  }

  @Property
  void areWhatIsInEitherSet(
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> one,
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> other,
      @ForAll boolean bits,
      @ForAll boolean otherBits)
      throws IOException {
    Set<Integer> either = new TreeSet<>(one);
    either.addAll(other);

    DocSet or = set(one, bits).or(set(other, otherBits));

    check(or, either);
  }

  @Property
  void areWhatIsInOnlyOneSet(
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> one,
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> other,
      @ForAll boolean bits,
      @ForAll boolean otherBits)
      throws IOException {
    Set<Integer> left = new TreeSet<>(one);
    left.removeAll(other);

    DocSet without = set(one, bits).without(set(other, otherBits));

    check(without, left);
  }

  @Property
  void areTheLiveOnes(
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> all,
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> live,
      @ForAll boolean bits)
      throws IOException {
    Set<Integer> alive = new TreeSet<>(all);
    alive.retainAll(live);

    DocSet set = set(all, bits);

    assertThat(docs(set.live(bits(live)))).containsExactlyElementsOf(alive);
    assertThat(docs(set.live(null))).containsExactlyElementsOf(new TreeSet<>(all));
  }

  @Property
  void areHandedOverInOrder(
      @ForAll Set<@IntRange(max = MAX_DOC - 1) Integer> all,
      @ForAll boolean bits,
      @ForAll @IntRange(max = MAX_DOC) int from,
      @ForAll @IntRange(max = MAX_DOC / Long.SIZE) int words,
      @ForAll boolean toTheEnd,
      @ForAll @IntRange(min = 1, max = 10) int atOnce) {
    int end = toTheEnd ? MAX_DOC : words * Long.SIZE;
    List<Integer> taken = new ArrayList<>();
    set(all, bits)
        .inBatches(
            from,
            end,
            atOnce,
            (some, size) -> {
              assertThat(size).isBetween(1, atOnce);
              IntStream.of(some).limit(size).forEach(taken::add);
            },
            Deadline.NONE);

    assertThat(taken)
        .containsExactlyElementsOf(
            new TreeSet<>(all).stream().filter(doc -> from <= doc && doc < end).toList());
  }

  private static void check(DocSet found, Set<Integer> expected) throws IOException {
    assertThat(docs(found)).containsExactlyElementsOf(expected);
    assertThat(found.size()).isEqualTo(expected.size());
    assertThat(found.maxDoc()).isEqualTo(MAX_DOC);
  }

  private static DocSet set(Set<Integer> docs, boolean bits) {
    if (bits) {
      return DocSet.of(bits(docs));
    }
    DocSet.ListBuilder list = new DocSet.ListBuilder();
    new TreeSet<>(docs).forEach(list::add);
    return list.build(MAX_DOC);
  }

  private static FixedBitSet bits(Set<Integer> docs) {
    FixedBitSet bits = new FixedBitSet(MAX_DOC);
    docs.forEach(bits::set);
    return bits;
  }

  static List<Integer> docs(DocSet set) throws IOException {
    List<Integer> docs = new ArrayList<>();
    DocIdSetIterator each = set.iterator();
    for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
      docs.add(doc);
    }
    return docs;
  }
}
