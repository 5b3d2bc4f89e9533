package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long searches take that also show what was found: the ten best articles, and of each the
 * headline and the two best passages, with what was looked for marked.
 *
 * <p>Measured: the 100 questions of {@link BooleanBenchmark} and {@link PhraseBenchmark}; one
 * operation asks all of them. Plain Lucene has its {@code UnifiedHighlighter}, as {@link
 * LuceneSnippets} sets it up: as in Lede, the stored text is analysed again. Lede hands over the
 * whole articles as well, with their tags; plain Lucene only ids and passages.
 *
 * <p>On: a million generated articles of about 130 words; other articles with {@code -p
 * corpus=FILE}. Both engines must give the same hits and scores, and of every hit mark something
 * and nothing that was not looked for, or there is no result. The passages themselves are not
 * compared: each engine chooses and cuts them in its own way.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar SnippetBenchmark}
 */
public class SnippetBenchmark extends SearchBenchmark {
  /** The kind of the questions. */
  @Param({"term", "and", "phrase"})
  String kind = "";

  /** Makes a benchmark; JMH does. */
  public SnippetBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.named(kind);
  }

  @Override
  Wanted wanted() {
    return Wanted.SNIPPETS;
  }

  /**
   * Asks all questions.
   *
   * @param answers takes the answers
   * @param time takes the time that the thread ran
   * @param times takes the time of each question
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public void tenBestWithPassages(Blackhole answers, CpuTime time, QuestionTimes times)
      throws IOException {
    askAll(answers, time, times);
  }
}
