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
import java.util.stream.Collectors;
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
    assertThat(json.get("query").asText()).isEqualTo("internet");
    assertThat(json.get("notices")).isEmpty();
    assertThat(keys(json)).doesNotContain("partial", "didYouMean", "timeline", "next");
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
  void notesWhatItDidNotUnderstandWithAPictureOfThePlace() {
    Ran ran = search("internet countrie:Iran");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err().lines())
        .startsWith(
            "note: at character 10: there is no field \"countrie\", so it was searched as a plain"
                + " word; did you mean country:?",
            "  internet countrie:Iran",
            "           ^");

    JsonNode notice = search("--json", "internet countrie:Iran").json().at("/notices/0");
    assertThat(notice.get("kind").asText()).isEqualTo("unknown_field");
    assertThat(notice.get("start").asInt()).isEqualTo(9);
    assertThat(notice.get("end").asInt()).isEqualTo(18);
    assertThat(notice.get("message").asText()).startsWith("there is no field");
  }

  @Test
  void notesWhatIsOfTheWholeTextWithoutAPicture() {
    assertThat(search("internet spectrum").err().lines())
        .singleElement()
        .asString()
        .startsWith("note: no article holds all of these words");
  }

  @Test
  void tellsWhatMayHaveBeenMeant() {
    assertThat(search("internt").out().lines())
        .containsExactly("0 articles", "did you mean: internet");

    assertThat(search("--json", "internt").json().get("didYouMean").asText()).isEqualTo("internet");
  }

  @Test
  void refusesWhatItDoesNotUnderstandIfToldToBeStrict() {
    Ran ran = search("--strict", "internet countrie:Iran");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .containsExactly(
            "lede: at character 10: there is no field \"countrie\", so it was searched as a plain"
                + " word; did you mean country:?",
            "  internet countrie:Iran",
            "           ^");

    assertThat(ids(search("--strict", "--json", "internet desk:Night"))).isEmpty();
    assertThat(ids(search("--strict", "--json", "desk:Night"))).containsExactly("b");
  }

  @Test
  void findsNothingInsteadOfSomeWordsIfToldToBeStrict() {
    assertThat(ids(search("--json", "internet spectrum"))).hasSize(3);
    assertThat(ids(search("--json", "--strict", "internet spectrum"))).isEmpty();
  }

  @Test
  void goesOnWhereAPageEnded() {
    Ran first = search("--limit", "2", "--facets", "", "");
    assertThat(first.out()).startsWith("3 articles, the first 2:").contains("  1. Spectrum sold");
    String more = first.out().lines().toList().getLast();
    assertThat(more).startsWith("more: --cursor ");

    Ran second = search("--facets", "", "--cursor", more.substring("more: --cursor ".length()), "");
    assertThat(second.out())
        .startsWith("3 articles, the next 1:")
        .contains("   - Internet prices")
        .doesNotContain("more:");

    String next = search("--json", "--limit", "2", "").json().get("next").asText();
    JsonNode last = search("--json", "--cursor", next, "").json();
    assertThat(last.at("/hits/0/id").asText()).isEqualTo("c");
    assertThat(keys(last)).doesNotContain("next");
  }

  @Test
  void tellsInALineThatACursorIsOfNoUse() {
    String next = search("--json", "--limit", "2", "").json().get("next").asText();

    Ran other = search("--cursor", next, "internet");
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err().lines())
        .singleElement()
        .asString()
        .startsWith("lede: the cursor is of another search");

    Ran none = search("--cursor", "-hello", "");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).startsWith("lede: this is no cursor: \"-hello\"");
  }

  @Test
  void tellsWhyAHitIsFound() {
    assertThat(search("--why", "internet blackout country:Iran").out())
        .contains(
            "     matches internet blackout (headline 1, lead 2)", "     matches country:\"IR\"");
    assertThat(search("internet blackout").out()).doesNotContain("matches");

    JsonNode hit = search("--json", "--why", "\"internet blackout\" country:Iran").json();
    assertThat(hit.at("/hits/0/matches").toString())
        .isEqualTo(
            "[{\"clause\":\"\\\"internet"
                + " blackout\\\"\",\"places\":[{\"zone\":\"lead\",\"start\":3,\"end\":20}]},"
                + "{\"clause\":\"country:\\\"IR\\\"\",\"places\":[]}]");
  }

  @Test
  void drawsATimeline() {
    assertThat(search("--timeline", "month", "--facets", "", "").out())
        .contains(
            lines(
                "by month",
                "     2023-08 █····█ 2024-01",
                "     2023-08          1  100.0 % of all articles of that month",
                "     2024-01          1  100.0 % of all articles of that month",
                "     1 without a date"));
    assertThat(search("--timeline", "year", "--facets", "", "--to", "2020-01-01", "").out())
        .contains(lines("by year", "     no article with a date"));
  }

  @Test
  void drawsNeighboursOfALongTimelineTogether() {
    assertThat(
            search("--timeline", "day", "--zone", "Asia/Kolkata", "--facets", "", "")
                .out()
                .lines()
                .skip(13))
        .containsExactly(
            "by day, in Asia/Kolkata",
            "     2023-08-14 █" + "·".repeat(46) + "█ 2024-01-02",
            "     each bar is 3 days; the highest has 1",
            "     2023-08-14       1  100.0 % of all articles of that day",
            "     2024-01-02       1  100.0 % of all articles of that day",
            "     1 without a date");
  }

  @Test
  void countsByTimeInJson() {
    JsonNode json = search("--json", "--timeline", "year", "internet OR spectrum").json();

    assertThat(json.get("interval").asText()).isEqualTo("year");
    assertThat(json.get("timeline").toString())
        .isEqualTo(
            "[{\"from\":\"2023-01-01\",\"count\":1,\"share\":1.0},"
                + "{\"from\":\"2024-01-01\",\"count\":1,\"share\":1.0}]");
    assertThat(json.get("undated").asInt()).isEqualTo(1);
  }

  @Test
  void drawsFacets() {
    assertThat(
            search("--limit", "0", "--facets", "country,topic", "--select", "topic=internet", "")
                .out())
        .isEqualTo(
            lines(
                "2 articles",
                "",
                "by country",
                " [ ] Iran (IR)                                          2 "
                    + " ██████████████████████████████",
                " [ ] India (IN)                                         1  ███████████████",
                "",
                "by topic",
                " [x] internet                                           2 "
                    + " ██████████████████████████████",
                " [ ] internet/shutdown                                  1  ███████████████",
                " [ ] telecoms                                           1  ███████████████",
                " [ ] telecoms/spectrum                                  1  ███████████████",
                ""));
  }

  @Test
  void drawsAFacetAsATree() {
    assertThat(search("--limit", "0", "--facets", "topic", "--tree", "2", "").out())
        .isEqualTo(
            lines(
                "3 articles",
                "",
                "by topic",
                " [ ] internet                                           2 "
                    + " ██████████████████████████████",
                " [ ]   shutdown                                         1  ███████████████",
                " [ ] telecoms                                           1  ███████████████",
                " [ ]   spectrum                                         1  ███████████████",
                ""));
  }

  @Test
  void countsPassingMentionsAndOrdersByNameIfToldTo() throws IOException {
    Files.writeString(
        folder.resolve("passing.jsonl"),
        "{\"id\":\"d\",\"title\":\"T\",\"countries\":[{\"value\":\"IR\",\"salience\":0.1}]}");
    lede("index", "--into", index.toString(), file("passing.jsonl"));

    assertThat(search("--limit", "0", "--facets", "country", "--mentions", "--by-name", "").out())
        .isEqualTo(
            lines(
                "4 articles",
                "",
                "by country, passing mentions too",
                " [ ] India (IN)                                         2  ████████████████████",
                " [ ] Iran (IR)                                          3 "
                    + " ██████████████████████████████",
                ""));
  }

  @Test
  void tellsThatTheDeadlineCame() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append("{\"id\":\"m%d\",\"title\":\"word%d internet\"}%n".formatted(i, i));
    }
    Files.writeString(folder.resolve("many.jsonl"), many);
    lede("index", "--into", index.toString(), file("many.jsonl"));

    Ran page = search("--deadline", "1ms", "~~word12 ~~word345 ~~word6789");
    assertThat(page.exit()).isZero();
    assertThat(page.out().lines().skip(1).collect(Collectors.joining(" ")))
        .startsWith("the deadline came while ")
        .contains("; give it more time with --deadline");

    JsonNode json = search("--json", "--deadline", "1ms", "~~word12 ~~word345 ~~word6789").json();
    assertThat(json.get("complete").asBoolean()).isFalse();
    assertThat(json.get("partial").asText()).isIn("query", "hits", "counts", "articles");
    assertThat(keys(json.get("total"))).containsAnyOf("exact", "atLeast").hasSize(1);
    assertThat(search("--json", "--deadline", "1m", "internet").json().get("complete").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "200", "-1s", "0ms", "1.5s", "1h", "9999999m"})
  void tellsHowADeadlineIsWritten(String deadline) {
    Ran ran = search("--deadline=" + deadline, "internet");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("\"" + deadline + "\" is no time; write it as 200ms, 2s or 1m");
  }

  @Test
  void explainsWhyAnArticleIsFound() {
    assertThat(explain("a", "\"internet blackout\" country:Iran").out().lines())
        .startsWith(
            "the query was read as: \"internet blackout\" AND country:\"IR\"",
            "it is found as number 1 of 1",
            "matches \"internet blackout\" (lead 1)",
            "matches country:\"IR\"")
        .last()
        .asString()
        .startsWith("its score is ");

    JsonNode json = explain("--json", "a", "blackout").json();
    assertThat(json.get("found").asBoolean()).isTrue();
    assertThat(json.get("rank").asInt()).isEqualTo(1);
    assertThat(json.get("total").asInt()).isEqualTo(1);
    assertThat(json.get("score").asDouble()).isPositive();
    assertThat(json.at("/matches/0/clause").asText()).isEqualTo("blackout");
    assertThat(json.get("misses")).isEmpty();
  }

  @Test
  void explainsWhyAnArticleIsNotAmongTheHits() {
    assertThat(explain("--limit", "1", "a", "").out().lines())
        .contains("it is found as number 2, but the search returns 1 hits");
    assertThat(explain("--json", "--limit", "1", "--order", "oldest", "c", "").json())
        .hasToString(
            "{\"id\":\"c\",\"query\":\"*\",\"total\":3,\"found\":true,\"rank\":3,\"score\":0.0,"
                + "\"matches\":[{\"clause\":\"*\",\"places\":[]}],\"misses\":[{\"kind\":\"ranked_lower\",\"text\":\"it"
                + " is found as number 3, but the search returns 1 hits\"}],\"notices\":[]}");
  }

  @Test
  void explainsWhyAnArticleIsNotFound() {
    assertThat(
            explain("--select", "topic=internet", "b", "spectrum country:IR -sold").out().lines())
        .containsExactly(
            "the query was read as: spectrum AND country:\"IR\" AND (-sold)",
            "it does not match country:\"IR\" of the query",
            "it matches sold, which the query excludes",
            "of topic, internet is selected, but it is about telecoms, telecoms/spectrum");
    assertThat(explain("z", "spectrum").out()).contains("there is no article z in the index");

    JsonNode json = explain("--json", "--from", "2024-01-01", "a", "internt").json();
    assertThat(json.get("found").asBoolean()).isFalse();
    assertThat(json.at("/misses/0/kind").asText()).isEqualTo("unmatched");
    assertThat(json.at("/misses/1/kind").asText()).isEqualTo("out_of_time");
    assertThat(json.at("/notices/0/kind").asText()).isEqualTo("unknown_word");
  }

  @Test
  void suggestsWhatToTypeOn() {
    assertThat(asked("suggest", "inter").out())
        .isEqualTo(
            lines(
                "topic              2  internet  topic:\"internet\"",
                "topic              1  internet/shutdown  topic:\"internet/shutdown\"",
                "headline           1  Internet prices",
                ""));
    assertThat(asked("suggest", "--from", "2023-08-15", "inter").out().lines())
        .containsExactly("nothing to suggest");

    JsonNode json =
        asked("suggest", "--json", "--limit", "1", "--select", "country=IR", "ofc").json();
    assertThat(json)
        .hasToString(
            "{\"suggestions\":[{\"kind\":\"organisation\",\"text\":\"organisation:\\\"Ofcom\\\"\","
                + "\"label\":\"Ofcom\",\"count\":1}]}");
  }

  @Test
  void wrapsAndAlignsScriptsWithWideLetters() throws IOException {
    Files.writeString(
        folder.resolve("wide.jsonl"),
        "{\"id\":\"w\",\"title\":\"%s\",\"organisations\":[\"東京電力\",\"%s\"]}"
            .formatted("電".repeat(60), "電力".repeat(20)));
    lede("index", "--into", index.toString(), file("wide.jsonl"));

    assertThat(search("--facets", "organisation", "--by-name", "organisation:東京電力").out())
        .isEqualTo(
            lines(
                "1 article:",
                "",
                "  1. " + "電".repeat(45),
                "     " + "電".repeat(15),
                "     undated  w",
                "",
                "by organisation",
                " [ ] 東京電力                                           1 "
                    + " ██████████████████████████████",
                " [ ] 電力電力電力電力電力電力電力電力電力電力...        1  ██████████████████████████████",
                ""));
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
        "search --in INDEX --timeline hourly",
        "search --in INDEX --timeline day --zone Mars",
        "search --in INDEX --zone UTC",
        "search --in INDEX --tree 2 --facets country",
        "search --in INDEX --tree 99",
        "explain --in INDEX",
        "explain --in INDEX a --from yesterday",
        "suggest --in INDEX",
        "suggest --in INDEX --limit 1000 a",
        "suggest --in INDEX --select country a",
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
  void optimizes() {
    lede("index", "--into", index.toString(), file("articles.jsonl"));

    JsonNode done = lede("optimize", "--in", index.toString(), "--json").json();

    assertThat(done.get("segments").asInt()).isEqualTo(1);
    assertThat(done.get("bytes").asLong()).isPositive();
    assertThat(done.get("bytesBefore").asLong()).isPositive();
    assertThat(lede("optimize", "--in", index.toString()).out())
        .startsWith("1 segments of 0.0 MB are one of 0.0 MB now");
    assertThat(lede("stats", "--in", index.toString(), "--json").json().get("articles").asInt())
        .isEqualTo(3);
  }

  @Test
  void makesNoIndexToOptimize() {
    Ran ran = lede("optimize", "--in", file("none"));

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("there is no index in");
    assertThat(folder.resolve("none")).doesNotExist();
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

    assertThat(asked("suggest", "evi").out())
        .contains("evil [31mred txt")
        .doesNotContain("\u001B", "\u0007", "\u202E");
    assertThat(search("--why", "evil").out())
        .contains("*evil* [31mred txt")
        .doesNotContain("\u001B", "\u0007", "\u202E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index", "search", "explain", "suggest", "show", "stats", "optimize", "demo"})
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
            "5. What happened to undersea cables",
            "     2024-03 █····▄··█▄ 2024-12")
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

  private Ran search(String... arguments) {
    return asked("search", arguments);
  }

  private Ran explain(String... arguments) {
    return asked("explain", arguments);
  }

  private Ran asked(String command, String... arguments) {
    return lede(
        Stream.concat(Stream.of(command, "--in", index.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
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
