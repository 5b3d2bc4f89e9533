package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One question that every engine is asked.
 *
 * @param kind how its words are to be found
 * @param text the words, as they stand in an article
 * @param selected the facet values that articles must have as well
 */
public record Question(Kind kind, String text, List<Selected> selected) {
  /** How the words of a question are to be found. */
  public enum Kind {
    /** One word. */
    TERM,
    /** All words, anywhere in the article. */
    AND,
    /** At least one of the words. */
    OR,
    /** All words, next to each other and in their order. */
    PHRASE,
    /** Two words, in any order, with at most {@code Engine.NEAR - 1} others between them. */
    NEAR,
    /** Every article; there is no word. */
    EVERYTHING;

    /** Returns the kind with a name, in any letter case. */
    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A value that is selected in a facet.
   *
   * @param facet the name of the facet
   * @param value the value; of several in one facet, an article must have one
   */
  public record Selected(String facet, String value) {
    @Override
    public String toString() {
      return facet + "=" + value;
    }
  }

  /** Makes a question of a copy of what is selected. */
  public Question {
    selected = List.copyOf(selected);
  }

  /** Makes a question with nothing selected. */
  Question(Kind kind, String text) {
    this(kind, text, List.of());
  }

  /** Returns this question as a line of text. */
  String line() {
    List<String> cells = new ArrayList<>(List.of(kind.name(), text));
    selected.forEach(value -> cells.add(value.toString()));
    return String.join("\t", cells);
  }

  /** Reads what {@link #line} wrote. */
  static Question of(String line) {
    String[] cells = line.split("\t", -1);
    List<Selected> selected = new ArrayList<>();
    for (int i = 2; i < cells.length; i++) {
      String[] value = cells[i].split("=", 2);
      selected.add(new Selected(value[0], value[1]));
    }
    return new Question(Kind.valueOf(cells[0]), cells[1], selected);
  }

  @Override
  public String toString() {
    String words = "%s \"%s\"".formatted(kind, text);
    return selected.isEmpty() ? words : words + " with " + selected;
  }
}
