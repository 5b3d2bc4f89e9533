package org.lede.index;

import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lede.search.FacetRequest;
import org.lede.search.FacetRequest.ValueOrder;

/**
 * Which values of a facet come first.
 *
 * @param request what is asked for
 * @param counts the values there are, and their counts
 */
record NaiveFacet(FacetRequest request, Map<String, Long> counts) {
  /** How far a value is from what was typed, if it is not found by that at all. */
  private static final int NOT = 2;

  /** Returns the first values; of a tree, the first below each. */
  List<String> first(int most) {
    List<String> first = new ArrayList<>();
    add(request.depth() == 0 ? List.copyOf(counts.keySet()) : below(""), 1, most, first);
    return first;
  }

  private void add(List<String> values, int level, int most, List<String> first) {
    values.stream()
        .filter(value -> farness(value, level) < NOT)
        .sorted(
            Comparator.<String>comparingInt(value -> farness(value, level))
                .thenComparing(order())
                .thenComparing(NaiveIndex.CODE_POINTS))
        .limit(most)
        .forEach(value -> {
          first.add(value);
          if (level < request.depth()) {
            add(below(value + "/"), level + 1, most, first);
          }
        });
  }

  private Comparator<String> order() {
    Collator collator = Collator.getInstance(request.locale());
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    return request.order() == ValueOrder.COUNT
        ? Comparator.comparingLong(value -> -counts.getOrDefault(value, 0L))
        : (one, other) -> collator.compare(label(one), label(other));
  }

  private String label(String value) {
    return request.facet().label(value, request.locale());
  }

  private List<String> below(String start) {
    return counts.keySet().stream()
        .filter(value -> value.startsWith(start) && !value.substring(start.length()).contains("/"))
        .toList();
  }

  /** Returns 0 if a value is found by what was typed, 1 if almost; of a tree, or one below it. */
  private int farness(String value, int level) {
    int farness = farness(value);
    if (level < request.depth()) {
      for (String lower : below(value + "/")) {
        farness = Math.min(farness, farness(lower, level + 1));
      }
    }
    return farness;
  }

  private int farness(String value) {
    List<String> words = new ArrayList<>(words(value));
    words.addAll(words(label(value)));
    words.addAll(words(request.facet().label(value, Locale.ENGLISH)));
    return words(request.typed()).stream()
        .mapToInt(typed -> words.stream().mapToInt(word -> farness(typed, word)).min().orElse(NOT))
        .max()
        .orElse(0);
  }

  private static int farness(String typed, String word) {
    int length = typed.codePointCount(0, typed.length());
    int mistakes = length < 4 ? 0 : length < 8 ? 1 : 2;
    int least =
        IntStream.rangeClosed(0, word.length())
            .map(end -> NaiveWords.distance(word.substring(0, end), typed))
            .min()
            .orElseThrow();
    return least == 0 ? 0 : least <= mistakes ? 1 : NOT;
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
    return Pattern.compile("[\\p{L}\\p{N}\\p{M}]+")
        .matcher(plain.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
