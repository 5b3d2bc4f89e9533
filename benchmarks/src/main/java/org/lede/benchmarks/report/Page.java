package org.lede.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lede.benchmarks.Environment;

/**
 * The page, and the picture of its first chart.
 *
 * @param html the page, which loads nothing from anywhere
 * @param ratios the first chart as SVG; empty if nothing was compared
 */
record Page(String html, String ratios) {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --line: #d8dee4; --surface: #ffffff; --page: #f6f8fa }
      @media screen and (prefers-color-scheme: dark) {
        :root { --text: #e6edf3; --muted: #9198a1; --line: #3d444d; --surface: #151b23; --page: #0d1117 }
      }
      * { box-sizing: border-box }
      body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 57rem; background: var(--page); color: var(--text);
        font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif }
      h1 { margin: 0 0 .5rem; font-size: 2rem; line-height: 1.2 }
      h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem }
      .summary { font-size: 1.15rem }
      figure { margin: 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
      figure svg { display: block; width: 100%; height: auto }
      figcaption { padding: .75rem 1.25rem 1rem; color: var(--muted); font-size: .9rem; border-top: 1px solid var(--line) }
      .wide { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 1rem }
      table { border-collapse: collapse; width: 100%; font-size: .8rem; font-variant-numeric: tabular-nums }
      th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line) }
      tbody tr:last-child > * { border-bottom: 0 }
      .number { text-align: right }
      td.number { white-space: nowrap }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0; font-size: .9rem }
      dt { color: var(--muted) }
      dd { margin: 0; overflow-wrap: anywhere }
      code { font: .85em ui-monospace, Menlo, Consolas, monospace }
      @media print {
        :root { --page: #ffffff }
        body { padding: 0; max-width: none; font-size: 11pt }
        figure, tr { break-inside: avoid }
        figure svg { max-height: 16cm }
        .wide { overflow: visible }
        table { font-size: 7pt }
        th, td { padding: .15rem .3rem }
        h2 { break-after: avoid }
      }
      """;

  static Page of(Results results) throws IOException {
    List<Bars> groups = Bars.of(results.comparisons());
    try (Charts charts = Charts.open()) {
      String ratios =
          groups.isEmpty()
              ? ""
              : charts.bars("Bars: how many times as fast as its rivals Lede is", groups);
      return new Page(html(results, Summary.of(results, groups), ratios, charts), ratios);
    }
  }

  boolean hasRatios() {
    return !ratios.isEmpty();
  }

  private static String html(Results results, String summary, String ratios, Charts charts)
      throws IOException {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>How fast Lede is</title>
    <style>
    %s</style>
    </head>
    <body>
    <h1>How fast Lede is</h1>
    <p class="summary">%s</p>
    %s</body>
    </html>
    """
        .formatted(
            STYLE,
            Html.escaped(summary),
            String.join(
                "",
                environment(results),
                ratios(ratios),
                growth(results, charts),
                latency(results, charts),
                tables(results),
                repeating(results)));
  }

  private static String ratios(String chart) {
    return chart.isEmpty()
        ? ""
        : figure(
            "How many times as fast as plain Lucene",
            chart,
            """
            Each bar is one kind of work that both engines did with the same articles and the same result. The line at 1 is the speed \
            of the rival, which is plain Lucene where no other is named: a bar to the right says that Lede is faster, one to the \
            left that it is slower, and 2 × is twice as fast. Blue is faster, orange slower, and grey a difference that is within \
            the error of measurement. Each step of the scale is a doubling.\
            """);
  }

  private static String growth(Results results, Charts charts) throws IOException {
    List<Panel> panels = Growth.of(results.growth()).stream().map(Growth::panel).toList();
    return panels.isEmpty()
        ? ""
        : figure(
            "What more articles cost",
            charts.panels("Lines: what each engine needs for how many articles", panels),
            """
            From left to right there are more articles; upwards it takes longer, or more room. Lower is better, and flatter is \
            better still. Each step of either scale is ten times the one before. Above each chart stands by what the figure is \
            multiplied when the articles are ten times as many: 10 × is in proportion, 1 × is no growth at all.\
            """);
  }

  private static String latency(Results results, Charts charts) throws IOException {
    List<Panel> panels = Latency.of(results.latency()).stream().map(Latency::panel).toList();
    return panels.isEmpty()
        ? ""
        : figure(
            "How long people wait under load",
            charts.panels("Lines: how long so many of 100 askers wait at most", panels),
            """
            Questions come at a fixed rate, whether or not the earlier ones are answered, as they do from people. At 99 %, the line \
            shows the time within which 99 of 100 askers had their answer; on the right is the one who waited longest. Lower is better.\
            """);
  }

  private static String figure(String title, String chart, String caption) {
    return """
    <h2>%s</h2>
    <figure>
    %s
    <figcaption>%s</figcaption>
    </figure>
    """
        .formatted(title, chart, caption);
  }

  private static String tables(Results results) {
    return "<h2>All figures</h2>\n"
        + Tables.html(Tables.ratios(results))
        + Tables.html(Tables.threads(results))
        + Tables.html(Tables.growth(results))
        + Tables.html(Tables.latency(results));
  }

  private static String environment(Results results) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    results.circumstances().forEach(environment -> addTo(facts, environment));
    addTo(facts, results.jmh());
    return facts.entrySet().stream()
        .map(fact ->
            "<dt>%s</dt><dd>%s</dd>\n".formatted(fact.getKey(), Html.escaped(fact.getValue())))
        .collect(
            Collectors.joining("", "<h2>Where and how it was measured</h2>\n<dl>\n", "</dl>\n"));
  }

  private static void addTo(SequencedMap<String, String> facts, Environment environment) {
    Environment.Machine machine = environment.machine();
    facts.put("Date", environment.date().replace('T', ' ').replace("Z", " UTC"));
    facts.put(
        "Machine",
        "%s; %d cores; %.0f GiB of memory; %s"
            .formatted(
                machine.processor(),
                machine.cores(),
                machine.memoryBytes() / Math.pow(2, 30),
                machine.system()));
    facts.put("JDK", environment.jdk().vendor() + " " + environment.jdk().version());
    facts.put("Flags", String.join(" ", environment.jdk().flags()));
    facts.put("Lede", environment.lede());
    facts.put("Lucene", environment.lucene());
    facts.put(
        "Commit",
        environment.commit()
            + (environment.dirty() ? ", with changes that were not committed" : ""));
  }

  /** Adds what JMH itself tells of how it measured, where that is not known better. */
  private static void addTo(SequencedMap<String, String> facts, JsonNode jmh) {
    if (jmh.isEmpty()) {
      return;
    }
    facts.putIfAbsent(
        "JDK",
        distinct(
            jmh, each -> each.path("vmName").asText() + " " + each.path("vmVersion").asText()));
    facts.putIfAbsent("Flags", distinct(jmh, each -> flags(each.path("jvmArgs"))));
    facts.put(
        "JMH",
        distinct(
            jmh,
            each ->
                "%s forks, each %s warm-ups of %s and %s measurements of %s"
                    .formatted(
                        each.path("forks").asText(),
                        each.path("warmupIterations").asText(),
                        each.path("warmupTime").asText(),
                        each.path("measurementIterations").asText(),
                        each.path("measurementTime").asText())));
  }

  private static String flags(JsonNode arguments) {
    List<String> flags = new ArrayList<>();
    arguments.forEach(argument -> flags.add(argument.asText()));
    return String.join(" ", flags);
  }

  private static String distinct(JsonNode jmh, Function<JsonNode, String> told) {
    return jmh.valueStream().map(told).distinct().collect(Collectors.joining("; or "));
  }

  private static String repeating(Results results) {
    String command =
        results.circumstances().stream()
            .map(environment -> "./run " + String.join(" ", environment.arguments()))
            .findFirst()
            .orElse("./run");
    return """
    <h2>To repeat it</h2>
    <p>Check out the commit, go to the folder <code>benchmarks</code>, build with
    <code>mvn -q install -DskipTests -f .. &amp;&amp; mvn -q package</code>, measure with <code>%s</code>, and make this page with
    <code>./report</code>. Figures differ from machine to machine; how two engines on one machine compare differs much less.</p>
    """
        .formatted(Html.escaped(command.strip()));
  }
}
