package org.lede.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lede.query.Zone;
import org.lede.search.Snippet;
import org.lede.search.SnippetRequest;

/** Makes the snippets of one article. */
final class Snippets {
  private final Marker.Marked marked;
  private final Deadline deadline;

  /** All that is marked, in order. */
  private final List<Mark> marks;

  Snippets(Marker.Marked marked, Deadline deadline) {
    this.marked = marked;
    this.deadline = deadline;
    marks =
        marked.clauses().stream()
            .flatMap(clause -> clause.marks().stream())
            .sorted(Comparator.naturalOrder())
            .toList();
  }

  /**
   * Returns headline, passages and bylines.
   *
   * @throws TimeUp if the deadline comes first
   */
  List<Snippet> of(SnippetRequest request) {
    List<Snippet> snippets = new ArrayList<>();
    headline().map(this::snippet).forEach(snippets::add);
    passages(request).stream().map(this::snippet).forEach(snippets::add);
    bylines(request).stream().map(this::snippet).forEach(snippets::add);
    return snippets;
  }

  private Stream<Passage> headline() {
    return marked.pieces().stream()
        .filter(piece -> piece.zone() == Zone.Part.HEADLINE)
        .map(Passage::of);
  }

  private List<Passage> passages(SnippetRequest request) {
    List<Piece> pieces =
        marked.pieces().stream().filter(piece -> piece.zone() != Zone.Part.HEADLINE).toList();
    List<Mark> here = in(Zone.Part.LEAD, Zone.Part.BODY);
    return new Passages(marked.language(), request.length(), deadline)
        .best(pieces, here, request.number());
  }

  private List<Passage> bylines(SnippetRequest request) {
    List<Mark> here = in(Zone.Part.BYLINE);
    return here.isEmpty()
        ? List.of()
        : new Passages(Languages.OTHER, request.length(), deadline)
            .best(List.of(marked.bylines()), here, 1);
  }

  private List<Mark> in(Zone.Part... zones) {
    List<Zone.Part> wanted = List.of(zones);
    return marks.stream().filter(mark -> wanted.contains(mark.zone())).toList();
  }

  private Snippet snippet(Passage range) {
    return new Snippet(
        range.piece().zone(),
        range.start(),
        range.text(),
        MarkedSpans.of(in(range.piece().zone()), range.start(), range.end()));
  }
}
