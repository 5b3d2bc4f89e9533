/**
 * Makes what people look at of what was measured: one page with charts, a picture, and a table.
 *
 * <p>Start with {@link org.lede.benchmarks.report.Report}. The figures come from {@link
 * org.lede.benchmarks.Comparison}, {@link org.lede.benchmarks.GrowthPoint} and {@link
 * org.lede.benchmarks.LatencyCurve}; the looks of the charts are in {@code charts.js}.
 */
@NullMarked
package org.lede.benchmarks.report;

import org.jspecify.annotations.NullMarked;
