/**
 * Measures Lede against plain Lucene, on the same articles, the same questions and the same checks.
 *
 * <p>Each benchmark runs once with {@code engine=lede}, through the public API of {@link
 * org.lede.index.ArticleIndex}, and once with {@code engine=lucene}, which is Lucene as its own
 * documentation recommends it. Before anything is measured, each engine and plain Lucene answer
 * every question, and a difference fails the run: a faster wrong answer is no answer. Other engines
 * can be added, as {@code EngineProvider} says.
 *
 * <p>Start with {@link org.lede.benchmarks.BooleanBenchmark}, and run {@link
 * org.lede.benchmarks.Suite}.
 *
 * <p>{@code LatencyRun} and {@code GrowthRun} measure what JMH does not: how long people wait while
 * articles are written, and what more articles cost.
 */
@NullMarked
package org.lede.benchmarks;

import org.jspecify.annotations.NullMarked;
