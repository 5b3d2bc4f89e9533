package org.lede.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How long the thread that asks was running, which hardly depends on what else the machine does, as
 * the time on the clock does. JMH reports the fields beside what it measures.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  /** The time, in milliseconds, of all operations. */
  public double cpuMillis;

  /** How many operations that were. */
  public long operations;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long start;

  /** Makes counters; JMH does. */
  public CpuTime() {}

  void start() {
    start = threads.getCurrentThreadCpuTime();
  }

  void stop() {
    cpuMillis += (threads.getCurrentThreadCpuTime() - start) / 1e6;
    operations++;
  }
}
