package org.lede.index;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.lede.query.Query.Unit;

/** What has places in a text: words of one field, and what is made of them. */
sealed interface Place {
  /** One word. */
  record Word(BytesRef term) implements Place {}

  /** Any of some words that stand for one, such as those that begin alike. */
  record AnyWord(List<BytesRef> terms) implements Place {}

  /**
   * Words in their order.
   *
   * @param terms the words
   * @param positions where each stands in the phrase
   * @param slop how far they may be moved
   */
  record Phrase(List<BytesRef> terms, List<Integer> positions, int slop) implements Place {}

  /** The places of all the parts. */
  record Either(List<Place> parts) implements Place {}

  /** Two that are near each other. */
  record Near(Place left, Place right, int distance, boolean inOrder) implements Place {}

  /** Two in the same sentence or paragraph. */
  record Same(Place left, Place right, Unit unit) implements Place {}

  /** What lies in a zone. */
  record Within(Place place, Scope scope) implements Place {}

  /** Returns the places that this one is made of. */
  default List<Place> parts() {
    return switch (this) {
      case Word word -> List.of();
      case AnyWord any -> List.of();
      case Phrase phrase -> List.of();
      case Either(var parts) -> parts;
      case Near near -> List.of(near.left(), near.right());
      case Same same -> List.of(same.left(), same.right());
      case Within(var place, var scope) -> List.of(place);
    };
  }

  /** Returns this and everything that it is made of. */
  default Stream<Place> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Place::all));
  }
}
