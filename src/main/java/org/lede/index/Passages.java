package org.lede.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lede.query.Zone;

/**
 * Chooses the passages of an article that show best what was looked for.
 *
 * <p>A passage is one sentence, or several of a paragraph where they fit; of a sentence that is too
 * long, what lies around the marks. The best passage shows the most of what was looked for, then
 * has the most marks, then comes first; every further one shows the most of what the earlier ones
 * do not.
 */
final class Passages {
  /** The most places that are looked at; only a text made for that has more. */
  private static final int MOST_CORES = 10_000;

  private static final BitSet NONE = new BitSet();

  private final Reach reach;
  private final int length;
  private final Deadline deadline;

  /** Each thing that was looked for, by what stands for it in a {@link Candidate}. */
  private final Map<Place, Integer> numbers = new HashMap<>();

  private final List<Integer> weights = new ArrayList<>();
  private final BitSet shown = new BitSet();

  /**
   * Makes a chooser.
   *
   * @param language which of {@link Languages#all} the pieces are in
   * @param length how long a passage may be
   */
  Passages(String language, int length, Deadline deadline) {
    reach = new Reach(language, length, deadline);
    this.length = length;
    this.deadline = deadline;
  }

  /** A passage that may be chosen, with what it shows. */
  private static final class Candidate {
    private final Reach.Core core;
    private final Passage range;
    private final BitSet shows = new BitSet();
    private int marks;

    private Candidate(Reach.Core core, Passage range) {
      this.core = core;
      this.range = range;
    }
  }

  /**
   * Returns the best passages in the order of the text; the beginning, if nothing is marked.
   *
   * @param pieces the pieces to choose from
   * @param marks what is marked in them, in order
   * @param most how many passages at most
   * @throws TimeUp if the deadline comes first
   */
  List<Passage> best(List<Piece> pieces, List<Mark> marks, int most) {
    if (marks.isEmpty() || most == 0) {
      return pieces.stream()
          .limit(Math.min(most, 1))
          .map(this::beginning)
          .filter(range -> range.length() > 0)
          .toList();
    }
    List<Candidate> left = new ArrayList<>();
    for (Reach.Core core : cores(pieces, marks)) {
      deadline.check();
      left.add(candidate(core, marks));
    }
    while (reach.count() < most && !left.isEmpty()) {
      Candidate best = left.stream().min(bestFirst()).orElseThrow();
      reach.take(best.range);
      shown.or(best.shows);
      left.removeIf(each -> best.range.overlaps(each.core.marks()));
      left.replaceAll(each -> best.range.overlaps(each.range) ? candidate(each.core, marks) : each);
      deadline.check();
    }
    return reach.taken();
  }

  private Passage beginning(Piece piece) {
    Passage first = reach.sentences(piece, 0, 0);
    return reach.of(new Reach.Core(piece, 0, 0, new Passage(piece, first.start(), first.start())));
  }

  private Comparator<Candidate> bestFirst() {
    Comparator<Candidate> byNew = Comparator.comparingInt(each -> -weight(each.shows, shown));
    return byNew
        .thenComparingInt(each -> -weight(each.shows, NONE))
        .thenComparingInt(each -> -each.marks); // and the list is in the order of the text
  }

  private int weight(BitSet shows, BitSet without) {
    int weight = 0;
    for (int i = shows.nextSetBit(0); i >= 0; i = shows.nextSetBit(i + 1)) {
      weight += without.get(i) ? 0 : weights.get(i);
    }
    return weight;
  }

  private Candidate candidate(Reach.Core core, List<Mark> marks) {
    Candidate candidate = new Candidate(core, reach.of(core));
    Passage range = candidate.range;
    for (int i = firstFrom(marks, range.piece().zone(), range.start());
        i < marks.size() && isIn(marks.get(i), range);
        i++) {
      if (marks.get(i).end() <= range.end()) {
        candidate.shows.set(number(marks.get(i).place()));
        candidate.marks++;
      }
    }
    return candidate;
  }

  private int number(Place place) {
    Integer known = numbers.get(place);
    if (known != null) {
      return known;
    }
    numbers.put(place, weights.size());
    weights.add(place instanceof Place.Phrase phrase ? phrase.terms().size() : 1);
    return weights.size() - 1;
  }

  private static boolean isIn(Mark mark, Passage range) {
    return mark.zone() == range.piece().zone() && mark.start() < range.end();
  }

  private static int firstFrom(List<Mark> marks, Zone.Part zone, int start) {
    int from = 0;
    int to = marks.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      Mark mark = marks.get(middle);
      boolean before =
          mark.zone().compareTo(zone) < 0 || (mark.zone() == zone && mark.start() < start);
      from = before ? middle + 1 : from;
      to = before ? to : middle;
    }
    return from;
  }

  // where passages may be

  private List<Reach.Core> cores(List<Piece> pieces, List<Mark> marks) {
    List<Reach.Core> cores = new ArrayList<>();
    for (Piece piece : pieces) {
      List<Mark> here = new ArrayList<>();
      int end = piece.start() + piece.text().length();
      for (int i = firstFrom(marks, piece.zone(), piece.start());
          i < marks.size() && isIn(marks.get(i), new Passage(piece, piece.start(), end));
          i++) {
        here.add(marks.get(i));
      }
      if (!here.isEmpty() && cores.size() < MOST_CORES) {
        addCores(piece, here, cores);
      }
    }
    return cores;
  }

  /** Adds the sentences with marks; those that a phrase runs through together. */
  private void addCores(Piece piece, List<Mark> marks, List<Reach.Core> cores) {
    int i = 0;
    while (i < marks.size()) {
      int first = reach.sentence(piece, marks.get(i).start());
      int last = first;
      int next = i;
      while (next < marks.size() && reach.sentence(piece, marks.get(next).start()) <= last) {
        last = Math.max(last, reach.sentence(piece, marks.get(next).end() - 1));
        next++;
      }
      addCores(piece, first, last, marks.subList(i, next), cores);
      i = next;
    }
  }

  private void addCores(
      Piece piece, int first, int last, List<Mark> marks, List<Reach.Core> cores) {
    if (reach.sentences(piece, first, last).length() <= length) {
      int end = marks.stream().mapToInt(Mark::end).max().orElseThrow();
      cores.add(
          new Reach.Core(piece, first, last, new Passage(piece, marks.getFirst().start(), end)));
      return;
    }
    for (int i = 0; i < marks.size() && cores.size() < MOST_CORES; i++) {
      int start = marks.get(i).start();
      int end = marks.get(i).end();
      for (int j = i + 1; j < marks.size() && marks.get(j).start() < start + length; j++) {
        end = marks.get(j).end() <= start + length ? Math.max(end, marks.get(j).end()) : end;
      }
      cores.add(new Reach.Core(piece, first, last, new Passage(piece, start, end)));
    }
  }
}
