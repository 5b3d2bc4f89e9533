package org.lede.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

class JsonLinesTest {
  @Test
  void readsAWholeArticle() throws IOException {
    Read read =
        read(
            """
            {"id":"a","source":"The Wire","url":"https://example.org/a","headline":"H","lead":"L","body":"B",\
            "bylines":["One","Two"],"language":"en","published":"2023-08-14T09:30:00Z",\
            "countries":[{"value":"Iran","salience":0.9},"RU"],"organisations":["Ofcom"],"topics":["internet/shutdown"],\
            "tags":[{"facet":"desk","value":"Night"},{"facet":"region","value":"Asia/West","salience":0.2,"hierarchical":true}]}
            """);

    assertThat(read.articles())
        .containsExactly(
            Article.builder("a")
                .source("The Wire")
                .url("https://example.org/a")
                .headline("H")
                .lead("L")
                .body("B")
                .bylines("One", "Two")
                .language("en")
                .published(Instant.parse("2023-08-14T09:30:00Z"))
                .country("IR", 0.9)
                .country("RU")
                .organisation("Ofcom")
                .topic("internet/shutdown")
                .tag(Tag.of(Facet.named("desk"), "Night"))
                .tag(new Tag(Facet.hierarchical("region"), "Asia/West", 0.2))
                .build());
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void readsOtherNamesOfFields() throws IOException {
    Read read =
        read(
            """
            {"id":7,"publisher":{"@type":"Organization","name":"The Wire"},"title":"T","description":"D","articleBody":"B",\
            "author":{"name":"One"},"datePublished":"2023-08-14","inLanguage":"pt-br","country":"uk","organizations":["ITU"],"link":"u"}
            """);

    Article article = read.articles().getFirst();
    assertThat(article)
        .isEqualTo(
            Article.builder("7")
                .source("The Wire")
                .headline("T")
                .lead("D")
                .body("B")
                .bylines("One")
                .published(Instant.parse("2023-08-14T00:00:00Z"))
                .language("pt-BR")
                .country("GB")
                .organisation("ITU")
                .url("u")
                .build());
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-08-14T09:30:00Z, 2023-08-14T09:30:00Z",
    "2023-08-14T09:30:00+03:30, 2023-08-14T06:00:00Z",
    "2023-08-14T09:30:00.123456, 2023-08-14T09:30:00.123Z",
    "2023-08-14T09:30, 2023-08-14T09:30:00Z",
    "2023-08-14 09:30:00, 2023-08-14T09:30:00Z",
    "2023-08-14, 2023-08-14T00:00:00Z",
  })
  void readsDates(String date, Instant expected) throws IOException {
    Read read = read("{\"id\":\"a\",\"title\":\"T\",\"date\":\"" + date + "\"}");

    assertThat(read.articles().getFirst().published()).contains(expected);
  }

  @Test
  void takesAnArticleWithoutWhatItDoesNotUnderstand() throws IOException {
    Read read =
        read(
            """
            {"id":"a","title":"T","date":"last Tuesday","language":"in English","countries":["Atlantis","FR"],"topics":["a//b"],\
            "organisations":[{"value":"ITU","salience":7}],"tags":[{"facet":"Wrong Name","value":"x"}]}
            """);

    assertThat(read.articles().getFirst().tags()).containsExactly(Tag.of(Facet.COUNTRY, "FR"));
    assertThat(read.problems())
        .extracting(Problem::toString)
        .allMatch(problem -> problem.startsWith("test:1: a: "))
        .anyMatch(problem -> problem.contains("the date was left out: \"last Tuesday\" is no date"))
        .anyMatch(problem -> problem.contains("no country is known as \"Atlantis\""))
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                | the line is no JSON: Unrecognized token 'not'
          ["a"]                                   | the line is no JSON object
          {"title":"T"}                           | there is no id
          {"id":" ","title":"T"}                  | there is no id
          {"id":"a"}                              | there is no text
          {"id":"a","title":" ","body":"\\n"}     | there is no text
          {"id":"a","title":"T","id":"b"}         | the line is no JSON: Duplicate field 'id'
          {"id":"a","title":"T"} {"id":"b"}       | the line is no JSON: Trailing token
          {"id":"a","title":"T"                   | the line is no JSON: Unexpected end-of-input
          """)
  void rejectsALineWithItsNumber(String line, String reason) throws IOException {
    Read read =
        read(
            "\n{\"id\":\"first\",\"title\":\"T\"}\n"
                + line
                + "\n{\"id\":\"last\",\"title\":\"T\"}");

    assertThat(read.articles()).extracting(Article::id).containsExactly("first", "last");
    assertThat(read.rejects()).hasSize(1);
    assertThat(read.rejects().getFirst().line()).isEqualTo(3);
    assertThat(read.rejects().getFirst().message()).startsWith(reason);
    assertThat(read.lines()).containsExactly(2L, 4L);
  }

  @Test
  void rejectsWhatIsOverALimit() throws IOException {
    Read read = read("{\"id\":\"a\",\"title\":\"" + "x".repeat(5_000) + "\"}");

    assertThat(read.rejects())
        .containsExactly(
            new Problem(
                "test", 1, "a", "headline may have at most 4,096 characters, but has 5,000"));
  }

  @Test
  void rejectsDeepJson() throws IOException {
    Read read =
        read(
            "{\"id\":\"a\",\"title\":\"T\",\"x\":"
                + "[".repeat(100_000)
                + "]".repeat(100_000)
                + "}");

    assertThat(read.rejects().getFirst().message())
        .startsWith("the line is no JSON: Document nesting depth");
  }

  @Test
  void rejectsAnEndlessLineWithoutKeepingIt() throws IOException {
    byte[] line = new byte[JsonLines.MAX_LINE_BYTES + 1];
    Arrays.fill(line, (byte) ' ');
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(line);
    text.write("x\n{\"id\":\"a\",\"title\":\"T\"}".getBytes(UTF_8));

    Read read = read(new ByteArrayInputStream(text.toByteArray()));

    assertThat(read.articles()).extracting(Article::id).containsExactly("a");
    assertThat(read.rejects().getFirst().message())
        .isEqualTo("the line may have at most 33,554,432 bytes, but has more");
  }

  @Test
  void readsGzip() throws IOException {
    Read read =
        read(
            new ByteArrayInputStream(
                zipped("{\"id\":\"a\",\"title\":\"T\"}\n{\"id\":\"b\",\"title\":\"T\"}")));

    assertThat(read.articles()).extracting(Article::id).containsExactly("a", "b");
  }

  @Test
  void takesWhatCanBeReadOfAFileCutShort() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("{\"id\":\"%d\",\"title\":\"%x\"}%n".formatted(i, i * 2_654_435_761L));
    }
    byte[] zipped = zipped(text.toString());

    Read read = read(new ByteArrayInputStream(zipped, 0, zipped.length / 2));

    assertThat(read.articles()).hasSizeBetween(1_000, 4_000);
    assertThat(read.rejects().getLast().message()).startsWith("the file ends early");
  }

  @Test
  void replacesWhatIsNoUtf8AndPassesOverAByteOrderMark() throws IOException {
    Read latin =
        read(new ByteArrayInputStream("{\"id\":\"a\",\"title\":\"Müller\"}".getBytes(ISO_8859_1)));
    assertThat(latin.articles().getFirst().headline()).isEqualTo("M\uFFFDller");

    assertThat(read("\uFEFF{\"id\":\"a\",\"title\":\"T\"}").articles()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \r\n\t\n"})
  void readsNothingFromNothing(String text) throws IOException {
    Read read = read(text);

    assertThat(read.articles()).isEmpty();
    assertThat(read.rejects()).isEmpty();
  }

  @Test
  void canBeReadOnce() throws IOException {
    try (JsonLines lines = JsonLines.of("test", InputStream.nullInputStream())) {
      assertThat(lines.iterator()).isExhausted();
      assertThatThrownBy(lines::iterator)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("test can be read once; open it again");
    }
  }

  private record Read(
      List<Article> articles, List<Long> lines, List<Problem> rejects, List<Problem> notices) {
    List<Problem> problems() {
      List<Problem> all = new ArrayList<>(rejects);
      all.addAll(notices);
      return all;
    }
  }

  private static Read read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static Read read(InputStream input) throws IOException {
    try (JsonLines json = JsonLines.of("test", input)) {
      List<Article> articles = new ArrayList<>();
      json.forEach(articles::add);
      List<Long> lines = new ArrayList<>();
      for (int i = 0; i < articles.size(); i++) {
        lines.add(json.line(i));
      }
      assertThat(json.rejected()).isEqualTo(json.rejects().size());
      assertThat(json.noticed()).isEqualTo(json.notices().size());
      return new Read(articles, lines, json.rejects(), json.notices());
    }
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
