package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lede.benchmarks.Answer.Hit;
import org.lede.benchmarks.Answer.Month;
import org.lede.benchmarks.Answer.Value;
import org.lede.benchmarks.Answer.Values;

class AgreementTest {
  private static final Question QUESTION = new Question(Question.Kind.TERM, "grain");

  @Test
  void acceptsTheSameAnswer() {
    accepts(answer(hit("a", 2), hit("b", 1)), answer(hit("a", 2), hit("b", 1)));
  }

  @Test
  void acceptsScoresThatDifferByRounding() {
    accepts(answer(hit("a", 2.000001f)), answer(hit("a", 2)));
  }

  @Test
  void acceptsAnotherOrderOfScoresThatDifferByRounding() {
    accepts(
        answer(hit("b", 2.000001f), hit("a", 2), hit("c", 1)),
        answer(hit("a", 2), hit("b", 2), hit("c", 1)));
  }

  @Test
  void acceptsAnotherLastHitWhereRoundingDecided() {
    accepts(tenWithLast(hit("x", 1.000001f)), tenWithLast(hit("y", 1)));
  }

  @Test
  void rejectsAnotherLastHitOfExactlyTheSameScore() {
    rejects("hits 9 to 9", tenWithLast(hit("x", 1)), tenWithLast(hit("y", 1)));
  }

  @Test
  void acceptsAnotherLastHitOfTheSameScoreFromAnEngineThatDoesNotOrderThem() {
    assertThatCode(agreement(tenWithLast(hit("x", 1)), tenWithLast(hit("y", 1)))::checkButLastTie)
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsAnotherHitFromAnEngineThatDoesNotOrderEqualScores() {
    assertThatThrownBy(agreement(answer(hit("x", 2)), answer(hit("a", 2)))::checkButLastTie)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not agree on hits 0 to 0");
  }

  @Test
  void rejectsAnotherHit() {
    rejects("hits 0 to 0", answer(hit("x", 2), hit("b", 1)), answer(hit("a", 2), hit("b", 1)));
  }

  @Test
  void rejectsAnotherLastHitIfThereAreFewerThanTen() {
    rejects("hits 1 to 1", answer(hit("a", 2), hit("x", 1)), answer(hit("a", 2), hit("b", 1)));
  }

  @Test
  void rejectsAnotherOrderOfDifferentScores() {
    rejects("hits 0 to 0", answer(hit("b", 2), hit("a", 1)), answer(hit("a", 2), hit("b", 1)));
  }

  @Test
  void rejectsAnotherScore() {
    rejects("the score of hit 0", answer(hit("a", 2.001f)), answer(hit("a", 2)));
  }

  @Test
  void rejectsAMissingHit() {
    rejects("the number of hits", answer(hit("a", 2)), answer(hit("a", 2), hit("b", 1)));
  }

  @Test
  void rejectsAnotherTotal() {
    rejects("the total", counted(7, new Value("IR", 2)), counted(8, new Value("IR", 2)));
  }

  @Test
  void rejectsAnotherCount() {
    rejects("the facets", counted(7, new Value("IR", 2)), counted(7, new Value("IR", 3)));
  }

  @Test
  void rejectsAnotherOrderOfValues() {
    rejects(
        "the facets",
        counted(7, new Value("IR", 2), new Value("RU", 2)),
        counted(7, new Value("RU", 2), new Value("IR", 2)));
  }

  @Test
  void rejectsAnotherOrderOfTheNewest() {
    Answer newest = answer(Answer.inOrder(List.of("a", "b")).toArray(Hit[]::new));

    rejects("hits 0 to 0", answer(Answer.inOrder(List.of("b", "a")).toArray(Hit[]::new)), newest);
  }

  @Test
  void namesTheEngineThatDiffers() {
    Agreement differing = new Agreement("solr", QUESTION, answer(hit("a", 2)), answer(hit("b", 2)));

    assertThatThrownBy(differing::check).hasMessageContaining("solr [a], lucene [b]");
  }

  @Test
  void rejectsAnotherCountOfAMonth() {
    rejects("the months", inMonth(7), inMonth(8));
  }

  @Test
  void acceptsOtherHitsOfTheSameArticlesIfTheyAreScoredDifferently() {
    assertThatCode(() ->
            agreement(answer(hit("a", 2), hit("b", 1)), answer(hit("b", 7), hit("a", 6)))
                .checkMatches(Set.of("a", "b"), Set.of("a", "b")))
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsOtherArticles() {
    rejectsMatches("the articles", answer(hit("a", 1)), Set.of("a"), Set.of("b"));
  }

  @Test
  void rejectsMoreArticles() {
    rejectsMatches("the number of articles", answer(hit("a", 1)), Set.of("a", "b"), Set.of("a"));
  }

  @Test
  void rejectsAHitThatDoesNotMatch() {
    rejectsMatches("the hits", answer(hit("x", 1)), Set.of("a"), Set.of("a"));
  }

  @Test
  void rejectsTooFewHits() {
    rejectsMatches("the number of hits", answer(hit("a", 1)), Set.of("a", "b"), Set.of("a", "b"));
  }

  @Test
  void rejectsHitsThatDoNotHaveTheBestFirst() {
    Answer ascending = answer(hit("a", 1), hit("b", 2));

    rejectsMatches("what is the best hit", ascending, Set.of("a", "b"), Set.of("a", "b"));
  }

  private static void rejectsMatches(
      String what, Answer both, Set<String> ours, Set<String> theirs) {
    assertThatThrownBy(() -> agreement(both, both).checkMatches(ours, theirs))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not agree on " + what + " of term \"grain\"");
  }

  private static Agreement agreement(Answer lede, Answer expected) {
    return new Agreement("lede", QUESTION, lede, expected);
  }

  private static Answer inMonth(long count) {
    List<Month> months = List.of(new Month("2024-02", count));
    return new Answer(9, List.of(), List.of(), months, List.of());
  }

  private static void accepts(Answer lede, Answer expected) {
    assertThatCode(() -> agreement(lede, expected).check()).doesNotThrowAnyException();
  }

  private static void rejects(String what, Answer lede, Answer expected) {
    assertThatThrownBy(() -> agreement(lede, expected).check())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not agree on " + what + " of term \"grain\"");
  }

  private static Answer tenWithLast(Hit last) {
    Stream<Hit> nine = IntStream.range(0, 9).mapToObj(i -> hit("top" + i, 20 - i));
    return answer(Stream.concat(nine, Stream.of(last)).toArray(Hit[]::new));
  }

  private static Answer answer(Hit... hits) {
    return new Answer(Answer.NOT_COUNTED, List.of(hits), List.of());
  }

  private static Answer counted(long total, Value... values) {
    Values country = new Values("country", values.length, Arrays.asList(values));
    return new Answer(total, List.of(hit("a", 1)), List.of(country));
  }

  private static Hit hit(String id, float score) {
    return new Hit(id, score);
  }
}
