package org.lede.index;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.lede.Facet;
import org.lede.Tag;

/**
 * The names by which values of a facet are known: the value itself, and every alias that an article
 * brought. An article is indexed under each name of its tags together with the value it stands for,
 * so that to look up a name is to look up terms that begin with it.
 */
final class ValueNames {
  /** Stands between the spelling of a name, in which it never occurs, and the value. */
  private static final char BETWEEN = '\0';

  private static final Pattern MARKS = Pattern.compile("[\\p{M}.]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ValueNames() {}

  /** Returns what an article is indexed under for a tag. */
  static List<String> entries(Tag tag) {
    Stream<String> names =
        tag.facet().hierarchical()
            ? tag.aliases().stream() // of a path, somebody may mean only the last level
            : Stream.concat(Stream.of(tag.value()), tag.aliases().stream());
    return names.map(name -> entry(name, tag.value())).distinct().toList();
  }

  /** Returns what an article is indexed under for a value that has a name. */
  static String entry(String name, String value) {
    return spelling(name) + BETWEEN + value;
  }

  /**
   * Returns what all spellings of a name have in common: case, accents, dots and other punctuation
   * do not matter.
   */
  private static String spelling(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT);
    String words = BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    return words.isEmpty() ? name.strip().replace(BETWEEN, ' ') : words; // a name may be an emoji
  }

  /**
   * Returns the values that a name stands for, those of the most articles first; only the value
   * itself, if the name is one.
   */
  static List<String> values(IndexReader reader, Facet facet, String name) throws IOException {
    BytesRef start = new BytesRef(spelling(name) + BETWEEN);
    Map<String, Integer> frequencies = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Schema.names(facet));
      if (terms != null) {
        add(terms.iterator(), start, frequencies);
      }
    }
    if (frequencies.containsKey(name.strip())) {
      return List.of(name.strip());
    }
    return frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void add(TermsEnum terms, BytesRef start, Map<String, Integer> frequencies)
      throws IOException {
    if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (BytesRef term = terms.term();
        term != null && StringHelper.startsWith(term, start);
        term = terms.next()) {
      String value = term.utf8ToString().substring(start.utf8ToString().length());
      frequencies.merge(value, terms.docFreq(), Integer::sum);
    }
  }
}
