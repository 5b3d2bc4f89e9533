package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.lede.Article;
import org.lede.benchmarks.RelevanceQuestions.Judged;
import org.lede.index.ArticleIndex;
import org.lede.index.BulkReport;
import org.lede.search.Ranking;
import org.lede.search.Search;

/**
 * Prints a table in Markdown of how well Lede and plain Lucene rank what is relevant.
 *
 * <p>Cranfield and CACM have questions that people judged answers to. Of these, nDCG at 10 (every
 * judged answer gains 1, divided by the binary logarithm of its rank plus one, as a part of what
 * the best order would gain) and the mean average precision over the first 1,000 hits. Reuters and
 * AllSides have no questions, so headlines are taken, of 1,000 articles each; how often the first
 * hit is the article that a headline came from, and the mean of 1 / rank, which is 0 after the
 * tenth.
 *
 * <p>Run: {@code java -cp target/benchmarks.jar org.lede.benchmarks.Relevance FOLDER}, where the
 * folder holds {@code relevance/cranfield}, {@code relevance/cacm}, {@code reuters-21578.jsonl.gz}
 * and {@code allsides-dev.jsonl.gz}, as {@link RelevanceQuestions} reads them.
 */
final class Relevance {
  private static final int DEPTH = 1_000;
  private static final int FIRST = 10;

  private Relevance() {}

  /**
   * Prints the table.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("name one folder, that of the judged questions");
    }
    table(Path.of(args[0])).forEach(System.out::println);
  }

  /** Something that answers questions. */
  private interface Ranker {
    /** Returns the ids of the first articles for a question of which any word will do. */
    List<String> rank(String question) throws IOException;
  }

  private static List<String> table(Path folder) throws IOException {
    List<List<String>> columns = new ArrayList<>();
    for (String name : List.of("cranfield", "cacm")) {
      columns.add(
          column(RelevanceQuestions.judged(folder.resolve("relevance").resolve(name)), true));
    }
    for (String name : List.of("reuters-21578", "allsides-dev")) {
      columns.add(column(RelevanceQuestions.knownItems(folder.resolve(name + ".jsonl.gz")), false));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "| | Cranfield, nDCG@10 / MAP | CACM, nDCG@10 / MAP | Reuters, first / MRR@10 | AllSides,"
            + " first / MRR@10 |");
    lines.add("|---|---:|---:|---:|---:|");
    List<String> names =
        List.of("plain Lucene, `EnglishAnalyzer`", "Lede, text only", "Lede, as it comes");
    for (int row = 0; row < names.size(); row++) {
      StringBuilder line = new StringBuilder("| " + names.get(row) + " |");
      for (List<String> column : columns) {
        line.append(" ").append(column.get(row)).append(" |");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Returns how well each ranks, in the order of the rows. */
  private static List<String> column(RelevanceQuestions questions, boolean judged)
      throws IOException {
    List<String> figures = new ArrayList<>();
    figures.add(figures(plainLucene(questions.articles()), questions, judged));
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      BulkReport report = index.addAll(withText(questions.articles()));
      if (report.rejected() > 0) {
        throw new IllegalStateException("lede rejected " + report.rejects().getFirst());
      }
      index.optimize();
      figures.add(figures(lede(index, Ranking.textOnly()), questions, judged));
      figures.add(figures(lede(index, Ranking.defaults()), questions, judged));
    }
    return figures;
  }

  private static List<Article> withText(List<Article> articles) {
    return articles.stream()
        .filter(article -> !article.headline().isBlank() || !article.body().isBlank())
        .toList();
  }

  private static Ranker lede(ArticleIndex index, Ranking ranking) {
    return question ->
        index
            .search(
                Search.of(org.lede.query.Query.anyWord(question))
                    .ranking(ranking)
                    .limit(DEPTH)
                    .withIdsOnly())
            .ids();
  }

  /** Returns Lucene with its analysis of English and its BM25, over headline and body together. */
  private static Ranker plainLucene(List<Article> articles) throws IOException {
    EnglishAnalyzer english = new EnglishAnalyzer();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(english))) {
      for (Article article : articles) {
        Document document = new Document();
        document.add(new StoredField("id", article.id()));
        document.add(new TextField("text", article.headline() + " " + article.body(), Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    return question -> {
      Query query = new QueryBuilder(english).createBooleanQuery("text", question, Occur.SHOULD);
      return query == null ? List.of() : ids(searcher, query);
    };
  }

  private static List<String> ids(IndexSearcher searcher, Query query) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
      ids.add(stored.document(hit.doc).get("id"));
    }
    return ids;
  }

  // measures

  private static String figures(Ranker ranker, RelevanceQuestions questions, boolean judged)
      throws IOException {
    double first = 0;
    double second = 0;
    for (Judged question : questions.questions()) {
      List<String> ids = ranker.rank(question.text());
      first += judged ? gain(ids, question) : reciprocalRank(ids, question, 1);
      second += judged ? averagePrecision(ids, question) : reciprocalRank(ids, question, FIRST);
    }
    int number = questions.questions().size();
    return String.format(Locale.ROOT, "%.4f / %.4f", first / number, second / number);
  }

  private static double gain(List<String> ids, Judged question) {
    double gained =
        IntStream.range(0, Math.min(FIRST, ids.size()))
            .filter(i -> question.relevant().contains(ids.get(i)))
            .mapToDouble(Relevance::discount)
            .sum();
    double ideal =
        IntStream.range(0, Math.min(FIRST, question.relevant().size()))
            .mapToDouble(Relevance::discount)
            .sum();
    return gained / ideal;
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2);
  }

  private static double averagePrecision(List<String> ids, Judged question) {
    int found = 0;
    double sum = 0;
    for (int i = 0; i < ids.size(); i++) {
      if (question.relevant().contains(ids.get(i))) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return sum / question.relevant().size();
  }

  private static double reciprocalRank(List<String> ids, Judged question, int most) {
    return IntStream.range(0, Math.min(most, ids.size()))
        .filter(i -> question.relevant().contains(ids.get(i)))
        .mapToDouble(i -> 1.0 / (i + 1))
        .sum();
  }
}
