package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lede.Article;

/**
 * Writes articles into a SQLite database.
 *
 * <p>The words are those of {@link EnglishText}, so that SQLite finds what plain Lucene finds: the
 * FTS5 table is given analysed words apart by a space, and its tokenizer only splits them. Between
 * paragraphs stand {@value Engine#NEAR} marks that nobody asks for, so that neither a phrase nor
 * words near each other run from one into the next. The table is without content, as the articles
 * are stored beside it.
 *
 * <p>What is counted lies in a table of its own, in the order of the articles, so that counting
 * reads it from the front to the back.
 */
final class SqliteIndexing implements AutoCloseable {
  static final String FILE = "articles.sqlite";

  private static final String MARKS = " ¶".repeat(Engine.NEAR) + " ";

  /** Tells SQLite not to secure a file that is made anew if anything goes wrong. */
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA locking_mode = EXCLUSIVE",
          "PRAGMA cache_size = -131072");

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE article(number INTEGER PRIMARY KEY, id TEXT NOT NULL, published INTEGER,"
              + " month INTEGER)",
          """
          CREATE TABLE stored(number INTEGER PRIMARY KEY, source TEXT, url TEXT, headline TEXT,
            lead TEXT, body TEXT, language TEXT, bylines TEXT, tags TEXT)
          """,
          // all that a word of Lucene's tokenizer may hold; what is not ASCII is a letter here
          """
          CREATE VIRTUAL TABLE words USING fts5(text, content = '',
            tokenize = "ascii tokenchars '''.,:_'")
          """,
          "CREATE TABLE value(number INTEGER PRIMARY KEY, facet INTEGER, name TEXT,"
              + " UNIQUE(facet, name))",
          "CREATE TABLE tag(article INTEGER, facet INTEGER, value INTEGER,"
              + " PRIMARY KEY(article, facet, value)) WITHOUT ROWID");

  private static final List<String> INDEXES =
      List.of(
          "CREATE UNIQUE INDEX by_id ON article(id)",
          "CREATE INDEX newest ON article(published DESC, id)",
          "CREATE INDEX by_value ON tag(facet, value)",
          "ANALYZE");

  private final Connection database;
  private final PreparedStatement article;
  private final PreparedStatement stored;
  private final PreparedStatement words;
  private final PreparedStatement value;
  private final PreparedStatement tag;
  private final Map<String, Integer> values = new HashMap<>();
  private final EnglishText english = new EnglishText();

  private SqliteIndexing(Connection database) throws SQLException {
    this.database = database;
    run(SETTINGS);
    run(TABLES);
    database.setAutoCommit(false);
    article = database.prepareStatement("INSERT INTO article VALUES(?, ?, ?, ?)");
    stored = database.prepareStatement("INSERT INTO stored VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    words = database.prepareStatement("INSERT INTO words(rowid, text) VALUES(?, ?)");
    value = database.prepareStatement("INSERT INTO value VALUES(?, ?, ?)");
    tag = database.prepareStatement("INSERT INTO tag VALUES(?, ?, ?)");
  }

  /** Makes a database to be searched; if it is to be optimized, all words are in one segment. */
  static void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException {
    String url = "jdbc:sqlite:" + folder.resolve(FILE);
    try (Connection database = DriverManager.getConnection(url);
        SqliteIndexing indexing = new SqliteIndexing(database)) {
      Iterator<Article> all = articles.iterator();
      for (int number = 1; all.hasNext(); number++) {
        indexing.add(number, all.next());
      }
      indexing.finish(optimized);
    } catch (SQLException e) {
      throw new IOException("could not write the database in " + folder, e);
    }
  }

  private void run(List<String> commands) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private void add(int number, Article added) throws SQLException, IOException {
    insert(
        article,
        number,
        added.id(),
        added.published().map(Instant::toEpochMilli).orElse(null),
        added.published().map(SqliteIndexing::month).orElse(null));
    insert(
        stored,
        number,
        added.source(),
        added.url(),
        added.headline(),
        added.lead(),
        added.body(),
        added.language(),
        String.join("\n", added.bylines()),
        added.tags().toString());
    IndexedArticle indexed = IndexedArticle.of(added);
    insert(words, number, words(indexed.text()));
    for (int facet = 0; facet < IndexedArticle.FACETS.size(); facet++) {
      for (String name : indexed.about(IndexedArticle.FACETS.get(facet))) {
        insert(tag, number, facet, value(facet, name));
      }
    }
  }

  /** Returns the month, counted from that of the year 0, in UTC. */
  private static long month(Instant time) {
    var date = time.atOffset(ZoneOffset.UTC);
    return date.getYear() * 12L + date.getMonthValue() - 1;
  }

  private String words(List<String> parts) throws IOException {
    List<String> analysed = new ArrayList<>();
    for (String part : parts) {
      analysed.add(String.join(" ", english.inOrder(part)));
    }
    return String.join(MARKS, analysed);
  }

  private int value(int facet, String name) throws SQLException {
    String key = facet + name;
    Integer known = values.get(key);
    if (known != null) {
      return known;
    }
    int added = values.size() + 1;
    insert(value, added, facet, name);
    values.put(key, added);
    return added;
  }

  private static void insert(PreparedStatement into, @Nullable Object... row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      into.setObject(i + 1, row[i]);
    }
    into.executeUpdate();
  }

  private void finish(boolean optimized) throws SQLException {
    if (optimized) {
      run(List.of("INSERT INTO words(words) VALUES('optimize')"));
    }
    run(INDEXES);
    database.commit();
  }

  @Override
  public void close() {
    english.close();
  }
}
