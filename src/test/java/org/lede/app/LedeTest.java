package org.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.index.ArticleIndex;
import picocli.CommandLine;

class LedeTest {
  private static final String ARTICLES =
      """
      {"id":"a","source":"The Wire","headline":"Blackout in the north","lead":"An internet blackout began. It ended at noon.",\
      "published":"2023-08-14","language":"en","countries":["Iran"],"organisations":["Ofcom"],"topics":["internet/shutdown"]}
      {"id":"b","headline":"Spectrum sold","body":"Regulators sold spectrum.","published":"2024-01-02T10:00:00Z","language":"en",\
      "countries":["India"],"topics":["telecoms/spectrum"],"tags":[{"facet":"desk","value":"Night"}]}
      {"id":"c","headline":"Internet prices","language":"en","countries":["IR","IN"],"topics":["internet"]}
      """;

  @TempDir Path folder;

  private Path index = Path.of("");

  @BeforeEach
  void indexArticles() throws IOException {
    index = folder.resolve("archive");
    Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
    assertThat(lede("index", "--into", index.toString(), file("articles.jsonl")).exit()).isZero();
  }

  @Test
  void tellsWhatItIndexed() {
    Ran ran = lede("index", "--into", index.toString(), file("articles.jsonl"));

    assertThat(ran.out()).startsWith("0 added, 3 replaced, 0 rejected in ");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void tellsWhatItRejectedAndWhatItLeftOut() throws IOException {
    Files.writeString(
        folder.resolve("bad.jsonl"),
        """
        {"id":"d","title":"T","countries":["Atlantis"]}

        nonsense
        {"id":"e"}
        """);

    Ran ran =
        lede(
            "index",
            "--into",
            index.toString(),
            "--json",
            file("bad.jsonl"),
            file("articles.jsonl"));

    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.json().get("added").asInt()).isEqualTo(1);
    assertThat(ran.json().get("replaced").asInt()).isEqualTo(3);
    assertThat(ran.json().get("rejected").asInt()).isEqualTo(2);
    assertThat(ran.json().at("/rejects/0/file").asText()).isEqualTo(file("bad.jsonl"));
    assertThat(ran.json().at("/rejects/0/line").asInt()).isEqualTo(3);
    assertThat(ran.json().at("/rejects/1/id").asText()).isEqualTo("e");
    assertThat(ran.json().at("/rejects/1/reason").asText()).startsWith("there is no text");
    assertThat(ran.json().at("/notices/0/line").asInt()).isEqualTo(1);
    assertThat(ran.json().at("/notices/0/message").asText()).contains("Atlantis");
    assertThat(ran.json().get("seconds").isNumber()).isTrue();

    assertThat(lede("index", "--into", index.toString(), file("bad.jsonl")).err())
        .contains("rejected: " + file("bad.jsonl") + ":3: the line is no JSON")
        .contains("note: " + file("bad.jsonl") + ":1: d: a country was left out");
  }

  @Test
  void tellsTheLineOfAnArticleThatTheIndexRejects() throws IOException {
    Files.writeString(
        folder.resolve("tree.jsonl"),
        "\n"
            + "{\"id\":\"d\",\"title\":\"T\",\"tags\":[{\"facet\":\"desk\",\"value\":\"a/b\",\"hierarchical\":true}]}");

    Ran ran = lede("index", "--into", index.toString(), "--json", file("tree.jsonl"));

    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.json().at("/rejects/0/line").asInt()).isEqualTo(2);
    assertThat(ran.json().at("/rejects/0/reason").asText())
        .startsWith("the facet desk is flat in this index");
  }

  @Test
  void answersInJson() {
    Ran ran =
        lede(
            "search",
            "--in",
            index.toString(),
            "--json",
            "--facets",
            "country,topic",
            "--select",
            "country=Iran",
            "internet");

    assertThat(ran.exit()).isZero();
    JsonNode json = ran.json();
    assertThat(json.at("/total/exact").asInt()).isEqualTo(2);
    assertThat(json.get("complete").asBoolean()).isTrue();
    assertThat(json.get("notices")).isEmpty();
    assertThat(json.at("/facets/country").toString())
        .isEqualTo(
            "[{\"value\":\"IR\",\"label\":\"Iran\",\"count\":2,\"selected\":true},"
                + "{\"value\":\"IN\",\"label\":\"India\",\"count\":1,\"selected\":false}]");
    assertThat(json.at("/facets/topic/0/value").asText()).isEqualTo("internet");
    JsonNode hit = find(json.get("hits"), "a");
    assertThat(hit.get("headline").asText()).isEqualTo("Blackout in the north");
    assertThat(hit.get("source").asText()).isEqualTo("The Wire");
    assertThat(hit.get("published").asText()).isEqualTo("2023-08-14T00:00:00Z");
    assertThat(hit.get("score").asDouble()).isPositive();
    assertThat(hit.get("snippets").toString())
        .isEqualTo(
            "[{\"zone\":\"headline\",\"text\":\"Blackout in the north\",\"spans\":[]},"
                + "{\"zone\":\"lead\",\"text\":\"An internet blackout began. It ended at noon.\","
                + "\"spans\":[[3,11]]}]");
    assertThat(find(json.get("hits"), "c").get("published").isNull()).isTrue();
  }

  @Test
  void answersOnAPage() {
    Ran ran = lede("search", "--in", index.toString(), "\"internet blackout\"");

    assertThat(ran.out())
        .startsWith("1 article:")
        .contains("  1. Blackout in the north")
        .contains("2023-08-14  The Wire  a")
        .contains("An *internet blackout* began.")
        .contains("[ ] Iran (IR)")
        .doesNotContain("\u001B");
  }

  @Test
  void coloursWhereToldTo() {
    assertThat(lede("search", "--color", "always", "--in", index.toString(), "spectrum").out())
        .contains("\u001B[1;33mSpectrum\u001B[0m");
  }

  @Test
  void findsEveryArticleNewestFirstForAnEmptyQuery() {
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "")))
        .containsExactly("b", "a", "c");
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "--order", "oldest")))
        .containsExactly("a", "b", "c");
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "--limit", "1")))
        .containsExactly("b");
  }

  @Test
  void narrowsByDate() {
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "--to", "2023-08-14")))
        .containsExactly("a");
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "--from", "2023-08-15")))
        .containsExactly("b");
    assertThat(
            ids(lede("search", "--in", index.toString(), "--json", "--to", "2024-01-02T10:00:00Z")))
        .containsExactly("a");
  }

  @Test
  void takesAQueryThatStartsWithAHyphen() {
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "--", "-internet")))
        .containsExactly("b");
  }

  @Test
  void knowsTheFacetsOfTheIndex() {
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "desk:Night")))
        .containsExactly("b");
    assertThat(ids(lede("search", "--in", index.toString(), "--json", "--select", "desk=Night")))
        .containsExactly("b");
  }

  @Test
  void notesWhatItDidNotUnderstand() {
    Ran ran = lede("search", "--in", index.toString(), "countrie:Iran \"blackout");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("note: at character 1: there is no field \"countrie\"");

    assertThat(
            lede("search", "--in", index.toString(), "--json", "\"blackout")
                .json()
                .at("/notices/0/start")
                .asInt())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search --in INDEX --select country",
        "search --in INDEX --select country=Atlantis",
        "search --in INDEX --select colour=red",
        "search --in INDEX --facets colour",
        "search --in INDEX --from yesterday",
        "search --in INDEX --limit many",
        "search --in INDEX --limit -1",
        "search --in INDEX --order best",
        "search iran",
        "index --into INDEX",
        "index FILE",
        "show --in INDEX",
        ""
      })
  void tellsHowItIsUsed(String arguments) {
    Ran ran =
        lede(
            Stream.of(arguments.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("INDEX", index.toString()))
                .toArray(String[]::new));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("Usage: lede");
  }

  @Test
  void suggestsACommandForAnUnknownOne() {
    Ran ran = lede("serch");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("Did you mean: lede search");
  }

  @Test
  void tellsWhatKeepsItFromWorking() throws IOException {
    assertThat(lede("search", "--in", file("none"), "x"))
        .isEqualTo(
            failed(
                "there is no index in "
                    + file("none")
                    + "; make one with ArticleIndex.open, or lede index"));
    assertThat(lede("index", "--into", index.toString(), file("none.jsonl")))
        .isEqualTo(failed("there is no file " + file("none.jsonl") + " that can be read"));
    assertThat(lede("show", "--in", index.toString(), "z"))
        .isEqualTo(failed("there is no article z in " + index));
    try (ArticleIndex other = ArticleIndex.open(index)) {
      assertThat(other.size()).isEqualTo(3);
      Ran ran = lede("index", "--into", index.toString(), file("articles.jsonl"));
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.err()).contains("is open for writing by process");
    }
  }

  @Test
  void showsAnArticle() {
    assertThat(lede("show", "--in", index.toString(), "a").out())
        .contains(
            "Blackout in the north",
            "country      IR (Iran), salience 1.0",
            "An internet blackout began.");

    Ran json = lede("show", "--in", index.toString(), "--json", "b");
    assertThat(json.json().at("/tags/2/facet").asText()).isEqualTo("desk");
  }

  @Test
  void measuresAnIndex() {
    assertThat(lede("stats", "--in", index.toString()).out())
        .contains("articles", "values of country", "memory held");

    JsonNode stats = lede("stats", "--in", index.toString(), "--json").json();
    assertThat(stats.get("articles").asInt()).isEqualTo(3);
    assertThat(stats.at("/values/country").asInt()).isEqualTo(2);
    assertThat(stats.at("/bytes/articles").asInt()).isPositive();
    assertThat(stats.get("memoryBytes").isNumber()).isTrue();
  }

  @Test
  void keepsWhatCouldStartATerminalCommandFromTheTerminal() throws IOException {
    Files.writeString(
        folder.resolve("evil.jsonl"),
        "{\"id\":\"x\",\"title\":\"evil \\u001b[31mred\\u0007 \\u202Etxt\"}");
    lede("index", "--into", index.toString(), file("evil.jsonl"));

    assertThat(lede("search", "--in", index.toString(), "evil").out())
        .contains("*evil* [31mred txt")
        .doesNotContain("\u001B", "\u0007", "\u202E");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "search", "show", "stats", "demo"})
  void helpsWithEveryCommand(String command) {
    Ran ran = lede(command, "--help");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).startsWith("Usage: lede " + command);
  }

  @Test
  void showsWhatItCanDo() {
    Ran ran = lede("demo", "--keep", file("demo"));

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains(
            "1. Which articles hold the phrase",
            "*internet blackout*",
            "5. What happened to undersea cables")
        .contains("[x] India (IN)");
    assertThat(lede("search", "--in", file("demo"), "--json", "").json().at("/total/exact").asInt())
        .isGreaterThan(100);
  }

  private record Ran(int exit, String out, String err) {
    JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (IOException e) {
        throw new AssertionError(out + err, e);
      }
    }
  }

  private static Ran failed(String message) {
    return new Ran(1, "", "lede: " + message + System.lineSeparator());
  }

  private static Ran lede(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Lede.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = command.execute(arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  private static List<String> ids(Ran ran) {
    List<String> ids = new ArrayList<>();
    ran.json().get("hits").forEach(hit -> ids.add(hit.get("id").asText()));
    return ids;
  }

  private static JsonNode find(JsonNode hits, String id) {
    for (JsonNode hit : hits) {
      if (hit.get("id").asText().equals(id)) {
        return hit;
      }
    }
    throw new AssertionError("no hit " + id + " in " + hits);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
