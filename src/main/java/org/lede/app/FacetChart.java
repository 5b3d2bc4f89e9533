package org.lede.app;

import java.util.List;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Node;
import org.lede.search.FacetCounts.Value;
import org.lede.search.FacetRequest.Counted;

/** Draws the counts of a facet as bars. */
final class FacetChart {
  private static final int BAR = 30;
  private static final int LABEL = 44;

  private final Terminal terminal;
  private final FacetCounts counts;

  /** What a bar of full length stands for. */
  private final long highest;

  FacetChart(Terminal terminal, FacetCounts counts) {
    this.terminal = terminal;
    this.counts = counts;
    highest = Math.max(1, counts.values().stream().mapToLong(Value::count).max().orElse(1));
  }

  void write() {
    terminal.line();
    String mentions =
        counts.request().counted() == Counted.MENTIONS ? ", passing mentions too" : "";
    terminal.line(terminal.bold("by " + counts.facet().name() + mentions));
    if (counts.request().depth() > 0) {
      writeTree(counts.tree(), "", "");
    } else {
      counts.values().forEach(value -> write(value, label(value)));
    }
    long more =
        counts.distinct() - counts.values().stream().filter(value -> value.count() > 0).count();
    if (more > 0) {
      terminal.line(terminal.faint("     and %,d more".formatted(more)));
    }
  }

  private void writeTree(List<Node> nodes, String indent, String above) {
    for (Node node : nodes) {
      String path = node.value().value();
      write(node.value(), indent + Terminal.plain(path.substring(above.length())));
      writeTree(node.below(), indent + "  ", path + "/");
    }
  }

  private void write(Value value, String label) {
    terminal.line(
        " %s %s %,7d  %s"
            .formatted(
                value.selected() ? "[x]" : "[ ]",
                Columns.padded(Columns.shortened(label, LABEL), LABEL),
                value.count(),
                terminal.faint(Blocks.bar(value.count(), highest, BAR))));
  }

  private String label(Value value) {
    String plain = Terminal.plain(value.value());
    if (counts.facet().hierarchical()) {
      return plain; // the path, because the same word may stand on several levels
    }
    String label = Terminal.plain(value.label());
    return label.equals(plain) ? label : "%s (%s)".formatted(label, plain);
  }
}
