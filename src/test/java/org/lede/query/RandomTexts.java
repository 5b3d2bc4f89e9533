package org.lede.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;

/** What people, and those who mean no good, might type. */
public final class RandomTexts {
  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          " ",
          "\"",
          "“",
          "”",
          "(",
          ")",
          "-",
          "-(",
          "(a ",
          "~",
          "~3",
          "~9999999999",
          ":",
          "\\",
          "*",
          "?",
          "/",
          "iran",
          "about:United Kingdom",
          "source:A Name",
          "a near/2 ",
          "internet",
          "blackout",
          "AND",
          "OR",
          "NOT",
          "near/5",
          "near/",
          "near/x",
          "before/0",
          "same/sentence",
          "same/page",
          "atleast/3",
          "atleast/",
          "headline:",
          "boddy:",
          "first/50:",
          "first/x:",
          "about:",
          "about/0.8:",
          "about/9:",
          "mentions:",
          "country:",
          "country:Iran",
          "topic:a/",
          "topic:a/b",
          "published:",
          "published:last/7d",
          "published:(last/9d..last/7d",
          "published:2023..",
          "published:>=",
          "published:9999999999",
          "all/of(",
          "any/of(",
          "any/word(",
          "12:30",
          "\uD83D",
          "\uDE00",
          "😀",
          "\u202E",
          "\u2066",
          "\0",
          "\t",
          "\r\n",
          "'",
          "é",
          "ایران",
          "网络");

  private RandomTexts() {}

  /** Returns texts one after the other. */
  public static Supplier<String> texts(Random random) {
    RandomGenerator<String> texts = texts().generator(1_000);
    return () -> texts.next(random).value();
  }

  static Arbitrary<String> texts() {
    Arbitrary<String> pieced =
        Arbitraries.of(PIECES).list().ofMaxSize(30).map(list -> String.join("", list));
    Arbitrary<String> repeated =
        Combinators.combine(Arbitraries.of(PIECES), Arbitraries.integers().between(1, 3_000))
            .as(String::repeat);
    Arbitrary<String> mutated =
        Combinators.combine(
                RandomQueries.queries().map(Query::toString),
                Arbitraries.of(PIECES),
                Arbitraries.integers().between(0, 100))
            .as(RandomTexts::mutated);
    return Arbitraries.frequencyOf(
        Tuple.of(4, pieced),
        Tuple.of(4, mutated),
        Tuple.of(1, repeated),
        Tuple.of(2, Arbitraries.strings().ofMaxLength(50)));
  }

  /** Puts a piece in the place of a character. */
  private static String mutated(String text, String piece, int at) {
    int place = text.isEmpty() ? 0 : at % text.length();
    List<String> parts = new ArrayList<>();
    parts.add(text.substring(0, place));
    parts.add(piece);
    parts.add(text.substring(Math.min(text.length(), place + 1)));
    return String.join("", parts);
  }
}
