package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lede.Article;

class EnginesTest {
  @Test
  void areFoundByName() {
    assertThat(Engines.named("lede")).isEqualTo(Engines.LEDE);
    assertThat(Engines.named("lucene")).isEqualTo(Engines.LUCENE);
  }

  @Test
  void ofAnotherNameAreAnErrorThatNamesThoseThereAre() {
    assertThatThrownBy(() -> Engines.named("grep"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no engine \"grep\", only [lede, lucene");
  }

  @Test
  void ofTheServiceLoaderAreFoundToo() {
    assertThat(Engines.named("test")).isInstanceOf(TestProvider.class);
  }

  @Test
  void whoseLibrariesAreNotThereAreAnErrorThatNamesTheirProfile() {
    assertThatThrownBy(
            () -> PeerLoader.with("grep", "GrepPeer", peer -> peer.open(Path.of("none"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the libraries of grep are not in")
        .hasMessageContaining("build with -Pwith-grep");
  }

  @Test
  void areSkippedForWhatTheyCannotDo() {
    assertThatThrownBy(
            () -> Cannot.check(new TestProvider(), Question.Kind.TERM, Wanted.SNIPPETS, 1))
        .isInstanceOf(Cannot.class)
        .hasMessage("skipped: test cannot answer term with SNIPPETS");
  }

  @Test
  void areSkippedForMoreThreadsThanTheyCanUse() {
    assertThatThrownBy(() -> Cannot.check(new TestProvider(), Question.Kind.TERM, Wanted.BEST, 2))
        .isInstanceOf(Cannot.class)
        .hasMessage("skipped: test cannot use 2 threads for one question");
  }

  @Test
  void areSkippedIfTheyCannotBeAskedWhileTheyAreWrittenTo() {
    assertThatThrownBy(() -> Cannot.checkGrowing(new TestProvider()))
        .isInstanceOf(Cannot.class)
        .hasMessage("skipped: test cannot be asked while it is written to");
  }

  @Test
  void areNotSkippedForWhatTheyCanDo() {
    assertThatCode(() -> Cannot.check(new TestProvider(), Question.Kind.TERM, Wanted.BEST, 1))
        .doesNotThrowAnyException();
  }

  /** An engine that can do little. */
  public static final class TestProvider implements EngineProvider {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public boolean can(Question.Kind kind, Wanted wanted) {
      return wanted == Wanted.BEST;
    }

    @Override
    public void make(Path folder, Stream<Article> articles, boolean optimized) {}

    @Override
    public Engine<?> open(Path folder, int threads) {
      return LedeEngine.open(folder, threads);
    }
  }
}
