package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.util.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00.5Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void keepsUnderWhatCircumstancesItMeasured() throws IOException {
    Environment environment =
        Environment.here(new Git("0123456789", true), List.of("-f", "1"), NOON);

    environment.withFlags(List.of("-Xmx4g")).writeTo(folder);

    JsonNode kept = new ObjectMapper().readTree(folder.resolve("environment.json").toFile());
    assertThat(kept.path("date").asText()).isEqualTo("2026-11-25T12:00:00Z");
    assertThat(kept.path("commit").asText()).isEqualTo("0123456789");
    assertThat(kept.path("dirty").asBoolean()).isTrue();
    assertThat(kept.path("machine").path("processor").asText()).isNotEmpty();
    assertThat(kept.path("machine").path("cores").asInt())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(kept.path("machine").path("memoryBytes").asLong())
        .isGreaterThan(Runtime.getRuntime().totalMemory());
    assertThat(kept.path("jdk").path("version").asText()).isEqualTo(Runtime.version().toString());
    assertThat(kept.path("jdk").path("flags").toString()).isEqualTo("[\"-Xmx4g\"]");
    assertThat(kept.path("lede").asText()).matches("\\d+\\.\\d+.*");
    assertThat(kept.path("lucene").asText()).isEqualTo(Version.LATEST.toString());
    assertThat(kept.path("arguments").toString()).isEqualTo("[\"-f\",\"1\"]");
  }

  @Test
  void doesNotTellWhoMeasured() throws IOException {
    String file = Path.of(System.getProperty("user.home", ""), "articles.jsonl").toString();

    Environment environment =
        Environment.here(new Git("0123456789", false), List.of("-p", "corpus=" + file), NOON);

    assertThat(environment.arguments().get(1)).isEqualTo("corpus=~/articles.jsonl");
  }

  @Test
  void namesAFolderByDayAndCommit() throws IOException {
    assertThat(Environment.here(new Git("0123456789", false), List.of(), NOON).folder())
        .isEqualTo("2026-11-25-0123456");
    assertThat(Environment.here(new Git(Git.UNKNOWN, false), List.of(), NOON).folder())
        .isEqualTo("2026-11-25-unknown");
  }

  @Test
  void neverWritesOverResults() throws IOException {
    Path results = Run.make(folder, "2026-11-25-0123456");

    assertThat(results).isEmptyDirectory();
    assertThat(Run.make(folder, "2026-11-25-0123456")).isEqualTo(results); // it was interrupted
    Files.createFile(results.resolve("jmh.json"));
    assertThatThrownBy(() -> Run.make(folder, "2026-11-25-0123456"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there are results in %s already; tell the new ones apart with --label LABEL before all"
                + " else",
            results);
  }

  @Test
  void knowsNoCommitOutsideARepository() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve(".git")); // not a repository, and hides one above

    assertThat(Git.in(folder)).isEqualTo(new Git("unknown", false));
  }

  @Test
  void addsToARunUnderTheSameCircumstances() throws IOException {
    Environment first = environment("0123456789", "quick").withFlags(List.of("-Xmx4g"));
    first.writeTo(folder);

    Environment both =
        Environment.in(folder).with(environment("0123456789", "latency"), List.of("--into", "x"));

    assertThat(both.arguments()).containsExactly("quick", "&&", "./run", "--into", "x", "latency");
    assertThat(both.date()).isEqualTo(first.date());
    assertThat(both.jdk()).isEqualTo(first.jdk());
  }

  @Test
  void addsNothingOfAnotherCommit() throws IOException {
    environment("0123456789", "quick").writeTo(folder);

    assertThatThrownBy(() -> Run.add(environment("987654321", "latency"), List.of(), folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "results can be added only to those of the same commit, machine and JDK");
  }

  @Test
  void addsNothingWhereNothingWasMeasured() {
    assertThatThrownBy(() -> Run.add(environment("0123456789", "latency"), List.of(), folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are no results of a run in %s, as there is no environment.json", folder);
  }

  @Test
  void addsNothingThatIsThereAlready() throws IOException {
    environment("0123456789", "latency").writeTo(folder);
    Path file = Files.writeString(folder.resolve("latency.json"), "[]");

    assertThatThrownBy(
            () -> Run.add(environment("0123456789", "latency"), List.of("latency"), folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(file + " is there already; measure into another folder, without --into");
  }

  private static Environment environment(String commit, String told) throws IOException {
    return Environment.here(new Git(commit, false), List.of(told), NOON);
  }
}
