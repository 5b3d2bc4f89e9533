package org.lede.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lede.Facet;

/**
 * The fields of an index, and the mark by which an index of other fields is told from ours.
 *
 * <p>Each article has its text in one field, that of its language, so that whether it matches
 * depends on that article and the query alone, and never on what else the index holds.
 */
final class Schema {
  /** The id: indexed, stored, and as a sorted value that breaks ties. */
  static final String ID = "id";

  /** The id as a value that is quick to read. */
  static final String ID_TEXT = "id.text";

  /**
   * When it was published: indexed, stored, and as a value to order by, in milliseconds since 1970.
   */
  static final String PUBLISHED = "published";

  static final String SOURCE = "source";
  static final String URL = "url";
  static final String HEADLINE = "headline";
  static final String LEAD = "lead";
  static final String BODY = "body";
  static final String BYLINE = "byline";
  static final String LANGUAGE = "language";
  static final String TAG = "tag";

  /** The byline as text to search; the one above is only stored. */
  static final String BYLINE_TEXT = "byline.text";

  /** Where zones, paragraphs and sentences begin, as {@link Layout} reads it. */
  static final String LAYOUT = "layout";

  /**
   * How many word positions lie between headline, lead and the paragraphs of the body, so that no
   * phrase, however loose, runs from one into the next.
   */
  static final int GAP = 100;

  /** How many words of lead and body are the opening of an article. */
  static final int OPENING_WORDS = 30;

  /** The form of the files; one more whenever an older program could not read a newer index. */
  private static final int FORMAT = 5;

  private static final String TEXT = "text.";
  private static final String PAIRS = "pairs.";
  private static final String FLAT = "flat.";
  private static final String TREE = "tree.";
  private static final String MENTIONS = "mentions.";
  private static final String HEADLINES = "headline.";

  /** What the fields of a language start with that hold its words. */
  private static final List<String> TEXTS = List.of(TEXT, HEADLINES);

  private static final String OPENINGS = "opening.";
  private static final String NAMES = "names.";

  private static final String FORMAT_KEY = "lede.format";
  private static final String FINGERPRINT_KEY = "lede.schema";
  private static final String THRESHOLD_KEY = "lede.about-threshold";

  private final double aboutThreshold;

  Schema(double aboutThreshold) {
    this.aboutThreshold = aboutThreshold;
  }

  /** Returns the schema that an index was made with, as far as this version knows it. */
  static Schema of(Map<String, String> commitData) {
    try {
      return new Schema(Double.parseDouble(commitData.getOrDefault(THRESHOLD_KEY, "0.5")));
    } catch (NumberFormatException e) {
      return new Schema(0.5); // not one of ours, as comparing the two will show
    }
  }

  /** Returns the field for the text of articles in one of {@link Languages#all}. */
  static String text(String language) {
    return TEXT + language;
  }

  /**
   * Returns the field for the {@link WordPairs} of articles in one of {@link Languages#all}. An
   * article written before the frequent words of its language were known has none.
   */
  static String pairs(String language) {
    return PAIRS + language;
  }

  /** Returns the field for the headlines alone of articles in one of {@link Languages#all}. */
  static String headline(String language) {
    return HEADLINES + language;
  }

  /**
   * Returns the field for the first {@link #OPENING_WORDS} words below the headline of articles in
   * one of {@link Languages#all}: without positions, as only scores are made of it.
   */
  static String opening(String language) {
    return OPENINGS + language;
  }

  /** Returns the language whose text or headlines a field holds, if it is such a field. */
  static Optional<String> languageOf(String field) {
    for (String prefix : TEXTS) {
      if (field.startsWith(prefix)) {
        return Optional.of(field.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  /** What the terms of a {@link DerivedField} are. */
  enum DerivedKind {
    PAIRS(Schema.PAIRS),
    HEADLINE(HEADLINES),
    OPENING(OPENINGS);

    private final String prefix;

    DerivedKind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** What the terms of a {@link DerivedField} are, and of which language. */
  record Derived(DerivedKind kind, String language) {}

  /** Returns what the terms of a field are, if it is a {@link DerivedField}. */
  static Optional<Derived> derivedOf(String field) {
    for (DerivedKind kind : DerivedKind.values()) {
      if (field.startsWith(kind.prefix)) {
        return Optional.of(new Derived(kind, field.substring(kind.prefix.length())));
      }
    }
    return Optional.empty();
  }

  /** Returns the field for the values an article is about: indexed, and as values to count. */
  static String about(Facet facet) {
    return (facet.hierarchical() ? TREE : FLAT) + facet.name();
  }

  /**
   * Returns the field for the values an article mentions, those it is about included: indexed with
   * their salience, and as values to count.
   */
  static String mentions(Facet facet) {
    return MENTIONS + about(facet);
  }

  /** Returns the field for the names by which values of a facet are known. */
  static String names(Facet facet) {
    return NAMES + about(facet);
  }

  /** Returns the facet of a field that holds facet values. */
  static Optional<Facet> facetOf(String field) {
    String name = field.startsWith(MENTIONS) ? field.substring(MENTIONS.length()) : field;
    if (name.startsWith(FLAT)) {
      return Optional.of(new Facet(name.substring(FLAT.length()), false));
    }
    return name.startsWith(TREE)
        ? Optional.of(new Facet(name.substring(TREE.length()), true))
        : Optional.empty();
  }

  double aboutThreshold() {
    return aboutThreshold;
  }

  /** Returns what is kept with every commit. */
  Map<String, String> commitData() {
    return Map.of(
        FORMAT_KEY,
        Integer.toString(FORMAT),
        FINGERPRINT_KEY,
        fingerprint(),
        THRESHOLD_KEY,
        Double.toString(aboutThreshold));
  }

  /** Returns what is wrong with an index that has this commit data, if anything. */
  Optional<Mismatch> mismatch(Map<String, String> commitData) {
    String format = commitData.get(FORMAT_KEY);
    if (format == null) {
      return Optional.of(
          new Mismatch(Mismatch.Kind.FOREIGN, "holds a Lucene index that another program wrote"));
    }
    int age = Integer.compare(number(format), FORMAT);
    if (age > 0) {
      return Optional.of(
          new Mismatch(
              Mismatch.Kind.OTHER,
              "was written by a newer version, in format " + format + "; use that version"));
    }
    if (age < 0) {
      return Optional.of(
          new Mismatch(
              Mismatch.Kind.OLD, "was written in format " + format + "; index the articles anew"));
    }
    String threshold = commitData.getOrDefault(THRESHOLD_KEY, "");
    if (!threshold.equals(Double.toString(aboutThreshold))) {
      return Optional.of(
          new Mismatch(
              Mismatch.Kind.OTHER,
              "was made with the about threshold %s, but is opened with %s; open it with that, or index the articles anew"
                  .formatted(threshold, aboutThreshold)));
    }
    return fingerprint().equals(commitData.get(FINGERPRINT_KEY))
        ? Optional.empty()
        : Optional.of(
            new Mismatch(
                Mismatch.Kind.OTHER,
                "was written with other fields or another analysis; index the articles anew"));
  }

  /** Why an index cannot be used, as the end of a sentence that starts with its folder. */
  record Mismatch(Kind kind, String reason) {
    enum Kind {
      FOREIGN,
      OLD,
      OTHER
    }
  }

  private static int number(String format) {
    try {
      return Integer.parseInt(format);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE; // only a newer version can have invented that
    }
  }

  private String fingerprint() {
    String description =
        "7; languages %s; gap %d; opening %d; about from %s"
            .formatted(Languages.all(), GAP, OPENING_WORDS, aboutThreshold);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(description.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
    }
  }
}
