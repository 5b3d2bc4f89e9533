package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Which segments are merged with which after a large batch. */
class OptimizingPolicyPropertyTest {
  @Property
  void leavesTwoSegments(@ForAll List<@LongRange(min = 1, max = 1_000_000) Long> sizes) {
    List<Long> largestFirst = sizes.stream().sorted(Comparator.reverseOrder()).toList();
    long all = sizes.stream().mapToLong(Long::longValue).sum();
    long most = Math.max((long) (all * OptimizingPolicy.SHARE_AFTER_BULK), 3);

    List<List<Long>> packs = OptimizingPolicy.packs(largestFirst, Long::longValue, most);

    assertThat(packs).hasSizeLessThanOrEqualTo(2);
    assertThat(packs.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(largestFirst);
    for (List<Long> pack : packs) {
      assertThat(pack.size() == 1 || sum(pack) <= most).isTrue();
    }
  }

  private static long sum(List<Long> pack) {
    return pack.stream().mapToLong(Long::longValue).sum();
  }
}
