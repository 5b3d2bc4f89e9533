package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqliteTest extends PeerTest {
  SqliteTest() {
    super("sqlite");
  }

  @Test
  void cannotMarkPassages() {
    assertThat(Engines.named("sqlite").can(Question.Kind.TERM, Wanted.SNIPPETS)).isFalse();
  }
}
