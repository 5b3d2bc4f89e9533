package org.lede.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How long each question took, as a sum of logarithms, from which follows the geometric mean:
 * {@code exp(logNanos / asked)}. JMH reports the fields beside what it measures.
 *
 * <p>One operation asks all questions, so its time is the sum of theirs, and a few slow questions
 * decide it: if one of a hundred takes as long as all the others, doubling the speed of the others
 * is worth a quarter of the time. In a geometric mean every question weighs the same, whether it
 * takes a microsecond or a second.
 *
 * <p>And the quotient of two such means is the geometric mean of the quotients. Let l<sub>i</sub>
 * be what question i took in plain Lucene, and e<sub>i</sub> what it took in another engine, of n
 * questions:
 *
 * <pre>
 * exp(sum(ln l) / n) / exp(sum(ln e) / n) = exp(sum(ln(l / e)) / n) = (product of l / e) ^ (1 / n)
 * </pre>
 *
 * <p>So it does not matter that the engines are measured one after the other, nor how often, as
 * long as each asks every question equally often, which an operation does: repetitions of a
 * question count with the geometric mean of their times. Two readings of the clock a question take
 * some 50 nanoseconds, which are part of the time of both engines.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class QuestionTimes {
  /** The sum of the natural logarithms of the times of the questions, each in nanoseconds. */
  public double logNanos;

  /** How many questions were asked, each as often as it was asked. */
  public long asked;

  /** Makes counters; JMH does. */
  public QuestionTimes() {}

  /** Adds the time that a question took. */
  void add(long nanos) {
    logNanos += Math.log((double) Math.max(nanos, 1)); // a clock may stand still for a moment
    asked++;
  }
}
