package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lede.benchmarks.Comparison;

/** What the names in results are called for people who do not know the benchmarks. */
final class Wording {
  private static final String CORPUS = "corpus";
  private static final String ARTICLES = "articles";
  private static final String KIND = "kind";
  private static final String GENERATED = "generated";

  private static final Map<String, String> KINDS =
      Map.of(
          "term", "one word",
          "and", "both of two words",
          "or", "either of two words",
          "phrase", "a phrase",
          "near", "words near each other",
          "everything", "every article");

  /** What a benchmark adds to the kind of its questions. */
  private static final Map<String, String> BENCHMARKS =
      Map.ofEntries(
          Map.entry("Boolean.tenBest", ""),
          Map.entry("Phrase.tenBest", "a phrase"),
          Map.entry("Near.tenBest", "words near each other"),
          Map.entry("Count.exactTotal", "total only"),
          Map.entry("Facet.tenBestAndThreeFacets", "with facets"),
          Map.entry("Selection.tenBestAndThreeFacets", "facets selected"),
          Map.entry("Everything.tenNewestAndThreeFacets", "newest of all, with facets"),
          Map.entry("Refresh.firstSearch", "facets after news"),
          Map.entry("Refresh.refreshAndFirstSearch", "facets with news taken in"),
          Map.entry("Timeline.months", "by month"),
          Map.entry("Snippet.tenBestWithPassages", "with snippets"),
          Map.entry("Parser.parse", "reading what was typed"),
          Map.entry("Indexing.index", "indexing"));

  /** What values of parameters are called; usual ones need not be told. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "optimized=false", "",
          "optimized=true", "in one segment",
          "threads=1", "",
          "threads=2", "on two threads",
          "selections=1", "one value",
          "selections=2", "two values",
          "without=NOTHING", "",
          "without=PAIRS", "without word pairs",
          "without=TAGS", "without tags");

  private Wording() {}

  /** Returns what an engine is called. */
  static String engine(String name) {
    return switch (name) {
      case "lede" -> "Lede";
      case "lucene" -> "plain Lucene";
      default -> name;
    };
  }

  /** Returns what a kind of questions is called, with what else was wanted. */
  static String kind(String name) {
    String[] parts = name.split(" ", 2);
    String kind = KINDS.getOrDefault(parts[0], parts[0]);
    return parts.length < 2 ? kind : kind + ", " + parts[1];
  }

  /** Returns the parameters of which there are several values, and so must be told. */
  static List<String> varied(List<Comparison> comparisons) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    for (Comparison compared : comparisons) {
      compared
          .parameters()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, key -> new TreeSet<>()).add(value));
    }
    values.values().removeIf(each -> each.size() == 1);
    return List.copyOf(values.keySet());
  }

  /** Returns what was worked on, and how much of it if it was made. */
  static String corpus(Comparison compared) {
    String articles = compared.parameters().getOrDefault(ARTICLES, "");
    return given(compared).equals(GENERATED) && !articles.isEmpty()
        ? "%,d %s".formatted(Long.parseLong(articles), origin(compared))
        : origin(compared);
  }

  /** Tells whether it was articles that were worked on. */
  static boolean hasArticles(Comparison compared) {
    return !given(compared).isEmpty();
  }

  private static String given(Comparison compared) {
    return compared.parameters().getOrDefault(CORPUS, "");
  }

  /** Returns where the articles are from that were worked on. */
  static String origin(Comparison compared) {
    return switch (given(compared)) {
      case "" -> "without articles";
      case GENERATED -> "generated articles";
      default -> "articles of " + nameOf(given(compared));
    };
  }

  private static String nameOf(String path) {
    String file = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    return file.replaceFirst("\\.jsonl?(\\.gz)?$", "");
  }

  /**
   * Returns what was done, and beside whom if that was not plain Lucene.
   *
   * @param varied the parameters to tell, as {@link #varied} finds them
   */
  static String work(Comparison compared, List<String> varied) {
    Map<String, String> parameters = new TreeMap<>(compared.parameters());
    parameters.keySet().removeAll(List.of(CORPUS, ARTICLES));
    String kind = parameters.remove(KIND);
    parameters.keySet().retainAll(varied);
    List<String> words = new ArrayList<>();
    words.add(kind == null ? "" : kind(kind));
    words.add(benchmark(compared.benchmark()));
    parameters.forEach((name, value) -> words.add(parameter(name, value)));
    words.add(compared.rival().equals("lucene") ? "" : "beside " + engine(compared.rival()));
    words.removeIf(String::isEmpty);
    return String.join(", ", words);
  }

  private static String parameter(String name, String value) {
    return PARAMETERS.getOrDefault(name + "=" + value, name + " " + value);
  }

  private static String benchmark(String name) {
    String plain = name.replace("Benchmark.", ".");
    String apart = plain.replace('.', ' ').replaceAll("(?<=\\w)(?=\\p{Lu})", " ");
    return BENCHMARKS.getOrDefault(plain, apart.toLowerCase(Locale.ROOT));
  }
}
