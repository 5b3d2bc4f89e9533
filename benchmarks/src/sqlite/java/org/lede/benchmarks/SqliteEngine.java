package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SQLite with FTS5, as its documentation recommends it: {@code ORDER BY rank LIMIT 10}, which ranks
 * by {@code bm25} without looking at what else a row has, and {@code count(*)}.
 *
 * <p>Facets are a join and {@code GROUP BY}. So that words are looked up but once, all matches go
 * into a table in memory first, with their ranks and with the facets whose selection they miss; the
 * best, the total and the counts come from there. Of all articles, values are counted by an index.
 *
 * <p>The database is opened as a file that nobody changes and is read as memory of the process;
 * statements are prepared once. SQLite uses one thread for one question.
 */
final class SqliteEngine implements Engine<Answer> {
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA mmap_size = 17179869184",
          "PRAGMA cache_size = -131072",
          "PRAGMA temp_store = MEMORY",
          "CREATE TEMP TABLE found(article INTEGER PRIMARY KEY, missed INTEGER, rank REAL)");

  private static final String BEST =
      """
      SELECT article.id, best.rank
      FROM (SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?) AS best
      JOIN article ON article.number = best.rowid
      ORDER BY best.rank
      """;
  private static final String BEST_FOUND =
      """
      SELECT article.id, best.rank
      FROM (SELECT article, rank FROM found WHERE missed = 0 ORDER BY rank LIMIT ?) AS best
      JOIN article ON article.number = best.article
      ORDER BY best.rank
      """;
  private static final String NEWEST_FOUND =
      """
      SELECT article.id FROM found CROSS JOIN article ON article.number = found.article
      ORDER BY article.published DESC, article.id LIMIT ?
      """;
  private static final String NEWEST = "SELECT id FROM article ORDER BY published DESC, id LIMIT ?";
  private static final String MONTHS =
      """
      SELECT article.month, count(*)
      FROM words CROSS JOIN article ON article.number = words.rowid
      WHERE words MATCH ? GROUP BY article.month ORDER BY article.month
      """;
  private static final String VALUES_FOUND =
      """
      SELECT tag.value AS number, count(*) AS articles
      FROM found CROSS JOIN tag ON tag.article = found.article AND tag.facet = ?
      WHERE found.missed & ? = 0 GROUP BY tag.value
      """;
  private static final String VALUES_OF_ALL =
      "SELECT value AS number, count(*) AS articles FROM tag WHERE facet = ? GROUP BY value";

  private final Connection database;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final EnglishText english = new EnglishText();

  private SqliteEngine(Connection database) throws SQLException {
    this.database = database;
    try (Statement statement = database.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
  }

  /** Opens a database. */
  static SqliteEngine open(Path folder) throws IOException {
    Path file = folder.resolve(SqliteIndexing.FILE);
    return asIo(() ->
        new SqliteEngine(
            DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1")));
  }

  @Override
  public Answer ask(Question question, Wanted wanted) throws IOException {
    return asIo(() ->
        question.kind() == Question.Kind.EVERYTHING
            ? ofEverything(wanted)
            : ofWords(question, wanted));
  }

  private Answer ofEverything(Wanted wanted) throws SQLException {
    long total = number("SELECT count(*) FROM article");
    return wanted == Wanted.COUNT
        ? new Answer(total, List.of(), List.of())
        : new Answer(total, Answer.inOrder(ids(NEWEST, HITS)), valuesOfAll());
  }

  private Answer ofWords(Question question, Wanted wanted) throws SQLException, IOException {
    String words = expression(question);
    return switch (wanted) {
      case BEST -> new Answer(Answer.NOT_COUNTED, hits(BEST, words, HITS), List.of());
      case COUNT ->
          new Answer(
              number("SELECT count(*) FROM words WHERE words MATCH ?", words),
              List.of(),
              List.of());
      case MONTHS -> months(words);
      case FACETS, SIDEWAYS -> {
        find(words, question.selected());
        yield new Answer(found(), hits(BEST_FOUND, HITS), valuesFound(question.selected()));
      }
      case NEWEST -> {
        find(words, List.of());
        List<Answer.Hit> newest = Answer.inOrder(ids(NEWEST_FOUND, HITS));
        yield new Answer(found(), newest, valuesFound(List.of()));
      }
      case SNIPPETS -> throw new IllegalArgumentException("sqlite cannot answer with " + wanted);
    };
  }

  /** Writes a question as FTS5 reads it. */
  private String expression(Question question) throws IOException {
    List<String> words = english.inOrder(question.text());
    return switch (question.kind()) {
      case TERM, AND -> quoted(words, " AND ");
      case OR -> quoted(words, " OR ");
      case PHRASE -> '"' + String.join(" ", words) + '"';
      case NEAR -> "NEAR(%s, %d)".formatted(quoted(words, " "), NEAR - 1);
      case EVERYTHING -> throw new IllegalArgumentException("there is no word in " + question);
    };
  }

  private static String quoted(List<String> words, String between) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(between));
  }

  /** Fills the table of what is found. */
  private void find(String words, List<Question.Selected> selected) throws SQLException {
    run("DELETE FROM found");
    List<Object> parameters = new ArrayList<>();
    List<String> missed = new ArrayList<>(List.of("0"));
    for (int facet = 0; facet < IndexedArticle.FACETS.size(); facet++) {
      List<String> values = values(selected, facet);
      if (!values.isEmpty()) {
        missed.add(missed(facet, values.size()));
        parameters.addAll(values);
      }
    }
    parameters.add(words);
    run(
        "INSERT INTO found SELECT rowid, %s, rank FROM words WHERE words MATCH ?"
            .formatted(String.join(" + ", missed)),
        parameters.toArray());
  }

  private static List<String> values(List<Question.Selected> selected, int facet) {
    return selected.stream()
        .filter(each -> each.facet().equals(IndexedArticle.FACETS.get(facet)))
        .map(Question.Selected::value)
        .toList();
  }

  /** Returns what gives the bit of a facet if an article has none of so many values. */
  private static String missed(int facet, int values) {
    return """
    %d * (NOT EXISTS (SELECT 1 FROM tag WHERE article = words.rowid AND facet = %d
      AND value IN (SELECT number FROM value WHERE facet = %d AND name IN (%s))))
    """
        .formatted(1 << facet, facet, facet, String.join(", ", "?".repeat(values).split("")));
  }

  private long found() throws SQLException {
    return number("SELECT count(*) FROM found WHERE missed = 0");
  }

  private List<Answer.Values> valuesFound(List<Question.Selected> selected) throws SQLException {
    int all = (1 << IndexedArticle.FACETS.size()) - 1;
    List<Answer.Values> facets = new ArrayList<>();
    for (int facet = 0; facet < IndexedArticle.FACETS.size(); facet++) {
      int others = values(selected, facet).isEmpty() ? all : all & ~(1 << facet);
      addValues(facets, facet, VALUES_FOUND, facet, others);
    }
    return facets;
  }

  private List<Answer.Values> valuesOfAll() throws SQLException {
    List<Answer.Values> facets = new ArrayList<>();
    for (int facet = 0; facet < IndexedArticle.FACETS.size(); facet++) {
      addValues(facets, facet, VALUES_OF_ALL, facet);
    }
    return facets;
  }

  /** Adds the most frequent values of a facet, if there are any. */
  private void addValues(List<Answer.Values> facets, int facet, String counts, Object... parameters)
      throws SQLException {
    String mostFrequent =
        """
        SELECT value.name, counted.articles, counted.distinct_values
        FROM (SELECT number, articles, count(*) OVER () AS distinct_values FROM (%s)) AS counted
        CROSS JOIN value ON value.number = counted.number
        ORDER BY counted.articles DESC, value.name LIMIT %d
        """
            .formatted(counts, VALUES);
    List<Answer.Value> values = new ArrayList<>();
    int distinct = 0;
    try (ResultSet rows = rows(mostFrequent, parameters)) {
      while (rows.next()) {
        values.add(new Answer.Value(rows.getString(1), rows.getLong(2)));
        distinct = rows.getInt(3);
      }
    }
    if (distinct > 0) {
      facets.add(new Answer.Values(IndexedArticle.FACETS.get(facet), distinct, values));
    }
  }

  /** Counts by month; what is undated is part of the total only. */
  private Answer months(String words) throws SQLException {
    List<Answer.Month> months = new ArrayList<>();
    long total = 0;
    try (ResultSet rows = rows(MONTHS, words)) {
      long next = 0;
      while (rows.next()) {
        long articles = rows.getLong(2);
        total += articles;
        long month = rows.getLong(1);
        if (!rows.wasNull()) {
          while (!months.isEmpty() && next < month) {
            months.add(month(next++, 0));
          }
          months.add(month(month, articles));
          next = month + 1;
        }
      }
    }
    return new Answer(total, List.of(), List.of(), months, List.of());
  }

  private static Answer.Month month(long number, long articles) {
    return new Answer.Month("%04d-%02d".formatted(number / 12, number % 12 + 1), articles);
  }

  @Override
  public Set<String> matches(Question question) throws IOException {
    return asIo(() -> {
      find(expression(question), question.selected());
      return new HashSet<>(
          ids(
              "SELECT id FROM found CROSS JOIN article ON number = article WHERE missed = 0 LIMIT"
                  + " ?",
              -1)); // no limit
    });
  }

  private List<Answer.Hit> hits(String sql, Object... parameters) throws SQLException {
    List<Answer.Hit> hits = new ArrayList<>();
    try (ResultSet rows = rows(sql, parameters)) {
      while (rows.next()) { // the better, the more negative (source: FTS5, "The bm25() function")
        hits.add(new Answer.Hit(rows.getString(1), (float) -rows.getDouble(2)));
      }
    }
    return hits;
  }

  private List<String> ids(String sql, Object... parameters) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (ResultSet rows = rows(sql, parameters)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private long number(String sql, Object... parameters) throws SQLException {
    try (ResultSet rows = rows(sql, parameters)) {
      return rows.getLong(1);
    }
  }

  private ResultSet rows(String sql, Object... parameters) throws SQLException {
    return bound(sql, parameters).executeQuery();
  }

  private void run(String sql, Object... parameters) throws SQLException {
    bound(sql, parameters).executeUpdate();
  }

  private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = database.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public Answer answer(Answer result, Wanted wanted) {
    return result;
  }

  @Override
  public long size() {
    return unchecked(() -> number("SELECT count(*) FROM article"));
  }

  @Override
  public int segments() {
    return unchecked(() -> (int) number("SELECT count(DISTINCT segid) FROM words_idx"));
  }

  @Override
  public void close() throws IOException {
    asIo(() -> {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      database.close();
      english.close();
      return true;
    });
  }

  /** Work on the database. */
  private interface Work<T> {
    T run() throws SQLException, IOException;
  }

  private static <T> T asIo(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new IOException("SQLite failed", e);
    }
  }

  private static <T> T unchecked(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("SQLite failed", e);
    }
  }
}
