package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportTest {
  @TempDir Path folder;

  @Test
  void showsAChartOfEachKindOfResults() throws Exception {
    Report.write(Samples.writtenTo(folder));

    Document page = parsed("report.html");
    assertThat(textsOf(page, "h2"))
        .contains(
            "How many times as fast as plain Lucene",
            "What more articles cost",
            "How long people wait under load");
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(3);
  }

  @Test
  void leavesOutWhatWasNotMeasured() throws Exception {
    Files.writeString(folder.resolve("growth.json"), Samples.GROWTH);

    Report.write(folder);

    assertThat(textsOf(parsed("report.html"), "h2"))
        .contains("What more articles cost")
        .doesNotContain(
            "How many times as fast as plain Lucene", "How long people wait under load");
    assertThat(folder.resolve("ratios.svg")).doesNotExist();
  }

  @Test
  void writesThePictureOfTheFirstChartAlone() throws Exception {
    Report.write(Samples.writtenTo(folder));

    assertThat(textsOf(parsed("ratios.svg"), "text"))
        .contains(
            "1,000,000 generated articles",
            "either of two words",
            "1.50 ×",
            "either of two words, beside solr",
            "1.02 ×",
            "articles of wire",
            "a phrase",
            "0.25 ×");
  }

  @Test
  void loadsNothing() throws IOException {
    Report.write(Samples.writtenTo(folder));

    assertThat(folder.resolve("report.html"))
        .content()
        .doesNotContainPattern(
            "(?i)<(script|link|img|iframe|object|image|use)\\b|\\b(src|href)\\s*=|url\\((?!#)|@import");
  }

  @Test
  void saysInWordsWhatTheFiguresComeTo() throws Exception {
    Report.write(Samples.writtenTo(folder));

    assertThat(textsOf(parsed("report.html"), "p"))
        .contains(
            "Of 3 comparisons, Lede is faster in 1 and slower in 1; in 1 the difference is within"
                + " the error of measurement. It gains most at “either of two words”: 1.50 times as"
                + " fast. It loses most at “a phrase”: 0.25 times as fast. With ten times the"
                + " articles, the time for a phrase becomes 3.2 times what it was. With 50"
                + " questions a second, 10 new articles, 99 of 100 askers wait no longer than 12.0"
                + " ms for Lede.");
  }

  @Test
  void tellsWhereAndHowItWasMeasured() throws Exception {
    Report.write(Samples.writtenTo(folder));

    assertThat(textsOf(parsed("report.html"), "dd"))
        .containsExactly(
            "2026-11-25 12:34:56 UTC",
            "Abacus & Sons; 2 cores; 24 GiB of memory; Linux 6.1",
            "Temurin 25.0.3+9",
            "-Xmx4g",
            "0.1.0",
            "10.5.0",
            "0123456789abcdef, with changes that were not committed",
            "2 forks, each 4 warm-ups of 3 s and 5 measurements of 1 s");
    assertThat(textsOf(parsed("report.html"), "code")).contains("./run -f 1 PhraseBenchmark");
  }

  @Test
  void takesFilesOfJmhAlone() throws Exception {
    Path one = Files.writeString(folder.resolve("one.json"), Samples.jmh());
    Path other =
        Files.writeString(folder.resolve("other.json"), Samples.jmh().replace("wire", "paper"));

    Report.write(one, other);

    assertThat(textsOf(parsed("ratios.svg"), "text"))
        .contains("articles of wire", "articles of paper");
    assertThat(textsOf(parsed("report.html"), "dd"))
        .containsExactly(
            "OpenJDK 64-Bit Server VM 25.0.3+9",
            "-Xmx4g -Dx=<y>",
            "2 forks, each 4 warm-ups of 3 s and 5 measurements of 1 s");
  }

  @Test
  void findsTheFolderThatWasMeasuredLast() throws IOException {
    Files.createDirectory(folder.resolve("2026-11-24-fffffff"));
    Files.createDirectory(folder.resolve("2026-11-25-0123456"));
    Path last = Files.createDirectory(folder.resolve("2026-11-25-0000000"));
    Files.writeString(last.resolve("environment.json"), Samples.ENVIRONMENT);

    assertThat(Report.newest(folder)).isEqualTo(last);
  }

  @Test
  void saysThatNothingWasMeasuredYet() {
    assertThatThrownBy(() -> Report.newest(folder))
        .isInstanceOf(NoResults.class)
        .hasMessage("there is no folder of results in %s; make one with ./run", folder);
  }

  @Test
  void saysWhatAFolderShouldHold() {
    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(NoResults.class)
        .hasMessage(
            "there are no results in %s; it should have jmh*.json, growth.json or latency.json",
            folder);
  }

  @Test
  void saysThatAFileIsMissing() {
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> Report.write(missing))
        .isInstanceOf(NoResults.class)
        .hasMessage("%s is not there, or may not be read", missing);
  }

  @Test
  void saysThatAFileIsCutOff() throws IOException {
    Path cut = Files.writeString(folder.resolve("jmh.json"), Samples.jmh().substring(0, 100));

    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(NoResults.class)
        .hasMessageStartingWith("%s does not hold the JSON that it should: ", cut);
  }

  @Test
  void saysThatAFileIsNotOfJmh() throws IOException {
    Path other = Files.writeString(folder.resolve("jmh.json"), Samples.GROWTH);

    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(NoResults.class)
        .hasMessage(
            "%s does not hold results of JMH, which it writes with -rf json -rff FILE", other);
  }

  /** Reads a file as XML, which fails if it is not well-formed. */
  private Document parsed(String file) throws Exception {
    String text = Files.readString(folder.resolve(file)).replace("<!DOCTYPE html>\n", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String[] textsOf(Document document, String tag) {
    NodeList elements = document.getElementsByTagName(tag);
    String[] texts = new String[elements.getLength()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = elements.item(i).getTextContent().strip();
    }
    return texts;
  }
}
