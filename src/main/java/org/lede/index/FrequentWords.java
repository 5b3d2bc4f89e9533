package org.lede.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;

/**
 * The most frequent words of each language, of which {@link WordPairs} are indexed. Kept with every
 * commit.
 */
final class FrequentWords {
  static final FrequentWords NONE = new FrequentWords(Map.of());

  private static final String KEY = "lede.frequent-words.";
  private static final String SEPARATOR = "\n";

  private final Map<String, Map<BytesRef, Integer>> byLanguage;

  private FrequentWords(Map<String, Map<BytesRef, Integer>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** Returns the words that were kept with a commit. */
  static FrequentWords of(Iterable<Map.Entry<String, String>> commitData) {
    Map<String, Map<BytesRef, Integer>> words = new HashMap<>();
    for (Map.Entry<String, String> entry : commitData) {
      if (entry.getKey().startsWith(KEY)) {
        words.put(entry.getKey().substring(KEY.length()), read(entry.getValue()));
      }
    }
    return new FrequentWords(words);
  }

  private static Map<BytesRef, Integer> read(String written) {
    return numbered(Stream.of(written.split(SEPARATOR)).map(BytesRef::new).toList());
  }

  private static Map<BytesRef, Integer> numbered(Collection<BytesRef> words) {
    List<BytesRef> sorted = words.stream().sorted().toList();
    return IntStream.range(0, sorted.size())
        .boxed()
        .collect(Collectors.toUnmodifiableMap(sorted::get, number -> number));
  }

  /** Returns these and the words of one more language. */
  FrequentWords with(String language, Collection<BytesRef> words) {
    Map<String, Map<BytesRef, Integer>> more = new HashMap<>(byLanguage);
    more.put(language, numbered(words));
    return new FrequentWords(more);
  }

  /** Tells whether a language has its words. */
  boolean has(String language) {
    return byLanguage.containsKey(language);
  }

  /**
   * Returns the words of a language, each with its number, which never changes: its place among
   * them in the order of their bytes. There are none if the language has not got them yet.
   */
  Map<BytesRef, Integer> of(String language) {
    return byLanguage.getOrDefault(language, Map.of());
  }

  /** Returns what is to be kept with every commit. */
  Map<String, String> commitData() {
    Map<String, String> data = new HashMap<>();
    byLanguage.forEach((language, words) -> {
      List<String> sorted = words.keySet().stream().sorted().map(BytesRef::utf8ToString).toList();
      data.put(KEY + language, String.join(SEPARATOR, sorted));
    });
    return data;
  }

  /** Tells whether a word can be kept; one with a line break, which is no word, cannot. */
  static boolean canKeep(BytesRef word) {
    return word.length > 0 && !word.utf8ToString().contains(SEPARATOR);
  }
}
