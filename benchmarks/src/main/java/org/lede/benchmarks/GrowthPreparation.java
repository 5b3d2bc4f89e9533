package org.lede.benchmarks;

import java.io.IOException;

/** Does in this JVM the {@link Preparation} for all that {@link GrowthAsk} is going to ask. */
final class GrowthPreparation {
  private GrowthPreparation() {}

  /** Prepares for an engine, which is that of the plan in the arguments. */
  public static void main(String[] args) throws IOException {
    for (Plan plan : GrowthAsk.plans(Plan.of(args))) {
      new Preparation(plan).run();
    }
  }
}
