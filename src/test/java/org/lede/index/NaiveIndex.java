package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.SmallFloat;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.search.ArticleSearcher;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * What an index must answer, worked out from a list of articles in the plainest way. Of the engine
 * it knows only how the text of each language becomes words.
 */
final class NaiveIndex implements ArticleSearcher {
  private static final Map<String, Analyzer> ANALYZERS = new HashMap<>();

  /** The articles by id, in the order of the ids' code points. */
  private final Map<String, Indexed> articles = new TreeMap<>(NaiveIndex::compareCodePoints);

  private final double aboutThreshold;

  NaiveIndex(double aboutThreshold) {
    this.aboutThreshold = aboutThreshold;
  }

  /** An article with its words by their positions. */
  private record Indexed(Article article, String language, Map<Integer, String> words) {
    static Indexed of(Article article) {
      String language = Languages.analysedAs(article.language());
      Map<Integer, String> words = new TreeMap<>();
      int next = 0;
      for (String part : parts(article)) {
        List<String> inPart = analysed(language, part);
        for (int i = 0; i < inPart.size(); i++) {
          words.put(next + i, inPart.get(i));
        }
        next += inPart.size() + 100;
      }
      return new Indexed(article, language, words);
    }

    private static List<String> parts(Article article) {
      List<String> parts = new ArrayList<>(List.of(article.headline(), article.lead()));
      parts.addAll(List.of(article.body().split("(?:\r\n|\n)\\s*(?:\r\n|\n)", -1)));
      return parts;
    }
  }

  private static List<String> analysed(String language, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer(language).tokenStream("text", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word.toString());
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Analyzer analyzer(String language) {
    return ANALYZERS.computeIfAbsent(language, Languages::analyzer);
  }

  static int compareCodePoints(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  // writing

  /** Adds an article, and tells whether it replaced another. */
  boolean add(Article article) {
    return articles.put(article.id(), Indexed.of(article)) != null;
  }

  void remove(String id) {
    articles.remove(id);
  }

  void removeAll(Query query) {
    articles.values().removeIf(article -> matches(query, article));
  }

  long size() {
    return articles.size();
  }

  Optional<Article> article(String id) {
    return Optional.ofNullable(articles.get(id)).map(Indexed::article);
  }

  // matching

  private boolean matches(Query query, Indexed in) {
    return switch (query) {
      case Query.Words words -> {
        List<String> wanted = analysed(in.language(), words.text());
        Predicate<String> there = in.words()::containsValue;
        yield !wanted.isEmpty()
            && (words.match() == Query.Match.ALL
                ? wanted.stream().allMatch(there)
                : wanted.stream().anyMatch(there));
      }
      case Query.Phrase phrase -> occurrences(phrase, in) > 0;
      case Query.Prefix prefix -> {
        String start = analyzer(in.language()).normalize("text", prefix.start()).utf8ToString();
        yield in.words().values().stream().anyMatch(word -> word.startsWith(start))
            || matches(Query.words(prefix.start()), in);
      }
      case Query.Fuzzy fuzzy -> {
        List<String> wanted = new ArrayList<>();
        wanted.add(analyzer(in.language()).normalize("text", fuzzy.word()).utf8ToString());
        List<String> words = analysed(in.language(), fuzzy.word());
        if (words.size() == 1) {
          wanted.addAll(words);
        }
        yield in.words().values().stream()
            .anyMatch(word -> wanted.stream().anyMatch(one -> edits(one, word) <= fuzzy.edits()));
      }
      case Query.AllOf(var parts) -> parts.stream().allMatch(part -> matches(part, in));
      case Query.AnyOf(var parts) -> parts.stream().anyMatch(part -> matches(part, in));
      case Query.Not(var excluded) -> !matches(excluded, in);
      case Query.About(var facet, var value) ->
          values(in.article(), facet, aboutThreshold).contains(value);
      case Query.Mentions(var facet, var value) -> values(in.article(), facet, 0).contains(value);
      case Query.Published(Instant from, Instant to) ->
          in.article()
              .published()
              .filter(time -> !time.isBefore(from) && time.isBefore(to))
              .isPresent();
      case Query.Everything everything -> true;
    };
  }

  /** Returns how often a phrase occurs; for a loose phrase, only whether it does. */
  private static long occurrences(Query.Phrase phrase, Indexed in) {
    List<String> wanted = analysed(in.language(), phrase.text());
    if (wanted.isEmpty()) {
      return 0;
    }
    if (phrase.slop() == 0) {
      return occurrences(wanted, in);
    }
    return isLoose(wanted, 0, in.words(), phrase.slop(), new ArrayList<>()) ? 1 : 0;
  }

  /**
   * Tries every position for each word of a phrase; how far they are from standing side by side
   * must not exceed the slop.
   */
  private static boolean isLoose(
      List<String> wanted, int next, Map<Integer, String> words, int slop, List<Integer> shifts) {
    if (next == wanted.size()) {
      return true;
    }
    for (Map.Entry<Integer, String> word : words.entrySet()) {
      int shift = word.getKey() - next;
      boolean fits = shifts.stream().allMatch(other -> Math.abs(other - shift) <= slop);
      if (fits && word.getValue().equals(wanted.get(next))) {
        shifts.add(shift);
        if (isLoose(wanted, next + 1, words, slop, shifts)) {
          return true;
        }
        shifts.removeLast();
      }
    }
    return false;
  }

  /**
   * Returns how many characters must be put in, left out, changed or swapped to make one word of
   * another.
   */
  private static int edits(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] edits = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        edits[i][j] = Math.min(change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length][b.length];
  }

  private static Set<String> values(Article article, Facet facet, double threshold) {
    Set<String> values = new TreeSet<>(NaiveIndex::compareCodePoints);
    if (facet.equals(Facet.SOURCE) && !article.source().isEmpty()) {
      values.add(article.source());
    }
    if (facet.equals(Facet.LANGUAGE) && !article.language().isEmpty()) {
      values.add(Languages.primary(article.language()));
    }
    for (Tag tag : article.tags()) {
      if (tag.facet().equals(facet) && tag.salience() >= threshold) {
        values.addAll(facet.withAncestors(tag.value()));
      }
    }
    return values;
  }

  // scoring

  /**
   * Returns the score by BM25 with Lucene's parameters; NaN if it depends on how loose a phrase is.
   */
  private double score(Query query, Indexed in) {
    if (!matches(query, in)) {
      return 0;
    }
    return switch (query) {
      case Query.Words words ->
          analysed(in.language(), words.text()).stream()
              .mapToDouble(word -> bm25(List.of(word), in))
              .sum();
      case Query.Phrase phrase -> {
        List<String> words = analysed(in.language(), phrase.text());
        yield words.size() > 1 && phrase.slop() > 0 ? Double.NaN : bm25(words, in);
      }
      case Query.Prefix prefix -> 1;
      case Query.Fuzzy fuzzy -> 1;
      case Query.AllOf(var parts) -> parts.stream().mapToDouble(part -> score(part, in)).sum();
      case Query.AnyOf(var parts) -> parts.stream().mapToDouble(part -> score(part, in)).sum();
      case Query.Not not -> 0;
      case Query.About about -> 0;
      case Query.Mentions mentions -> 0;
      case Query.Published published -> 0;
      case Query.Everything everything -> 0;
    };
  }

  private double bm25(List<String> phrase, Indexed in) {
    List<Indexed> sameLanguage =
        articles.values().stream()
            .filter(other -> other.language().equals(in.language()) && !other.words().isEmpty())
            .toList();
    double frequency = occurrences(phrase, in);
    if (frequency == 0) {
      return 0;
    }
    double average =
        sameLanguage.stream().mapToInt(other -> other.words().size()).average().orElse(1);
    double length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(in.words().size()));
    double idf = phrase.stream().mapToDouble(word -> idf(word, sameLanguage)).sum();
    return idf * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * length / average));
  }

  private static double idf(String word, List<Indexed> articles) {
    long holding = articles.stream().filter(article -> article.words().containsValue(word)).count();
    return Math.log(1 + (articles.size() - holding + 0.5) / (holding + 0.5));
  }

  /** Returns how often words stand side by side. */
  private static long occurrences(List<String> wanted, Indexed in) {
    return in.words().keySet().stream()
        .filter(at ->
            IntStream.range(0, wanted.size())
                .allMatch(i -> wanted.get(i).equals(in.words().get(at + i))))
        .count();
  }

  // searching

  @Override
  public SearchResult search(Search search) {
    Predicate<Indexed> base = in -> matches(search.query(), in) && matches(search.filter(), in);
    Map<Facet, Predicate<Indexed>> selections = new LinkedHashMap<>();
    search
        .selections()
        .forEach((facet, values) ->
            selections.put(
                facet,
                in ->
                    values(in.article(), facet, aboutThreshold).stream()
                        .anyMatch(values::contains)));
    Predicate<Indexed> selected = selections.values().stream().reduce(base, Predicate::and);

    List<Hit> hits =
        articles.values().stream()
            .filter(selected)
            .sorted(order(search))
            .map(in ->
                Hit.of(
                    in.article(),
                    search.order() == Order.RELEVANCE ? (float) score(search.query(), in) : 0))
            .toList();
    List<FacetCounts> facets = new ArrayList<>();
    for (Facet facet : search.facets()) {
      Predicate<Indexed> sideways =
          selections.entrySet().stream()
              .filter(selection -> !selection.getKey().equals(facet))
              .map(Map.Entry::getValue)
              .reduce(base, Predicate::and);
      facets.add(counts(facet, search, articles.values().stream().filter(sideways)));
    }
    return new SearchResult(
        new Total.Exact(hits.size()),
        hits.subList(0, Math.min(hits.size(), search.limit())),
        facets);
  }

  private Comparator<Indexed> order(Search search) {
    return switch (search.order()) {
      case RELEVANCE -> Comparator.comparingDouble(in -> -score(search.query(), in));
      case NEWEST -> Comparator.comparingLong(in -> -millis(in, Long.MIN_VALUE + 1));
      case OLDEST -> Comparator.comparingLong(in -> millis(in, Long.MAX_VALUE));
    };
  }

  private static long millis(Indexed in, long undated) {
    return in.article().published().map(Instant::toEpochMilli).orElse(undated);
  }

  private FacetCounts counts(Facet facet, Search search, Stream<Indexed> matching) {
    Map<String, Long> counts = new TreeMap<>(NaiveIndex::compareCodePoints);
    matching.forEach(in ->
        values(in.article(), facet, aboutThreshold)
            .forEach(value -> counts.merge(value, 1L, Long::sum)));
    Set<String> selected = search.selections().getOrDefault(facet, new LinkedHashSet<>());
    List<Value> values = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(search.facetSize())
        .forEach(count ->
            values.add(
                new Value(count.getKey(), count.getValue(), selected.contains(count.getKey()))));
    for (String value : selected) {
      if (values.stream().noneMatch(counted -> counted.value().equals(value))) {
        values.add(new Value(value, counts.getOrDefault(value, 0L), true));
      }
    }
    return new FacetCounts(facet, values, counts.size());
  }
}
