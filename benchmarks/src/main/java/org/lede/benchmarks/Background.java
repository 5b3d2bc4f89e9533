package org.lede.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What an engine still does after it was opened, to be faster later on. */
final class Background {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** So many times in a row there must be nothing to do. */
  private static final int QUIET_LOOKS = 3;

  /** A fifth of a core: less is housekeeping of the JVM. */
  private static final long QUIET_NANOS = LOOK_NANOS / 5;

  private static final int MOST_LOOKS = 240;

  /** Of fewer articles, nothing takes long. */
  private static final long MANY = 50_000;

  private Background() {}

  /**
   * Waits until this process does nothing any more, for two minutes at most; not at all if there
   * are few articles.
   */
  static void await(long articles) {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    int quiet = articles < MANY ? QUIET_LOOKS : 0;
    for (int look = 0; look < MOST_LOOKS && quiet < QUIET_LOOKS; look++) {
      long before = process.getProcessCpuTime();
      LockSupport.parkNanos(LOOK_NANOS);
      quiet = process.getProcessCpuTime() - before < QUIET_NANOS ? quiet + 1 : 0;
    }
  }
}
