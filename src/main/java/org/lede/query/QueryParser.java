package org.lede.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lede.Facet;

/**
 * Reads typed text from left to right, one method for each rule of the grammar that stands on the
 * package.
 */
final class QueryParser {
  /** The most parts that are read of one text; what follows is dropped, with a notice. */
  static final int MAX_PARTS = 200;

  private final String text;
  private final Collection<Facet> facets;
  private final List<Notice> notices = new ArrayList<>();
  private int at;

  QueryParser(String text, Collection<Facet> facets) {
    this.text =
        text.length() <= Query.MAX_TEXT_LENGTH ? text : text.substring(0, Query.MAX_TEXT_LENGTH);
    this.facets = facets;
    if (text.length() > Query.MAX_TEXT_LENGTH) {
      notice(
          Query.MAX_TEXT_LENGTH,
          text.length(),
          "only the first %,d characters were searched; shorten the text"
              .formatted(Query.MAX_TEXT_LENGTH));
    }
  }

  Parsed parsed() {
    List<Query> parts = new ArrayList<>();
    for (skipSpace(); at < text.length(); skipSpace()) {
      if (parts.size() == MAX_PARTS) {
        notice(
            at,
            text.length(),
            "only the first %d parts were searched; shorten the text".formatted(MAX_PARTS));
        break;
      }
      part().ifPresent(parts::add);
    }
    return new Parsed(whole(parts), notices);
  }

  private static Query whole(List<Query> parts) {
    return switch (parts.size()) {
      case 0 -> Query.everything();
      case 1 -> parts.getFirst();
      default -> new Query.AllOf(parts);
    };
  }

  private Optional<Query> part() {
    int start = at;
    boolean excluded =
        text.charAt(at) == '-'
            && at + 1 < text.length()
            && !Character.isWhitespace(text.charAt(at + 1));
    if (excluded) {
      at++;
    }
    Optional<Query> part = text.charAt(at) == '"' ? phrase() : facetOrWord();
    if (part.isEmpty()) {
      notice(start, at, "nothing to search for was found here, so it was left out");
    }
    return part.map(query -> excluded ? Query.not(query) : query);
  }

  private Optional<Query> phrase() {
    String phrase = quoted();
    return hasWord(phrase) ? Optional.of(Query.phrase(phrase)) : Optional.empty();
  }

  private Optional<Query> facetOrWord() {
    int start = at;
    String word = word();
    int colon = word.indexOf(':');
    if (colon > 0) {
      Optional<Facet> facet = facet(word.substring(0, colon));
      at = start + colon + 1;
      String value = at < text.length() && text.charAt(at) == '"' ? quoted() : word();
      return facet.isPresent()
          ? about(facet.get(), value, start)
          : unknownFacet(word, colon, value, start);
    }
    return hasWord(word) ? Optional.of(Query.words(word)) : Optional.empty();
  }

  private Optional<Query> about(Facet facet, String value, int start) {
    try {
      return Optional.of(Query.about(facet, value));
    } catch (IllegalArgumentException e) {
      notice(start, at, e.getMessage() + "; it was searched as words");
      return hasWord(value) ? Optional.of(Query.words(value)) : Optional.empty();
    }
  }

  private Optional<Query> unknownFacet(String word, int colon, String value, int start) {
    String words = word.substring(0, colon) + " " + value;
    if (!hasWord(words)) {
      return Optional.empty();
    }
    if (!value.isEmpty() && Character.isLetter(word.charAt(0))) {
      notice(
          start,
          at,
          "there is no facet \"%s\", so its text was searched as words; the facets are %s"
              .formatted(
                  word.substring(0, colon),
                  facets.stream().map(Facet::name).collect(Collectors.joining(", "))));
    }
    return Optional.of(Query.words(words));
  }

  private Optional<Facet> facet(String name) {
    return facets.stream().filter(facet -> facet.name().equalsIgnoreCase(name)).findFirst();
  }

  private String quoted() {
    int open = at;
    int close = text.indexOf('"', open + 1);
    if (close < 0) {
      notice(
          open,
          text.length(),
          "a phrase is opened but never closed, so it was read to the end; add a closing quote");
      close = text.length();
    }
    at = Math.min(close + 1, text.length());
    return text.substring(open + 1, close);
  }

  private String word() {
    int start = at;
    while (at < text.length()
        && text.charAt(at) != '"'
        && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean hasWord(String words) {
    return words.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private void notice(int start, int end, String message) {
    notices.add(new Notice(start, end, message));
  }
}
