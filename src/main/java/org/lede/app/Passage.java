package org.lede.app;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lede.Article;
import org.lede.query.Query;

/**
 * The sentence of an article that shows best why it was found, with what was looked for marked.
 *
 * <p>Words are compared by how they begin, which holds for most endings of most languages; it
 * decides only what is shown, never what is found.
 */
final class Passage {
  private static final int MAX_LENGTH = 320;
  private static final int MIN_STEM = 3;
  private static final int MAX_ENDING = 3;

  private final List<List<String>> wanted = new ArrayList<>();

  Passage(Query query) {
    for (Query part : Words.of(query)) {
      switch (part) {
        case Query.Words words ->
            words(words.text()).forEach(word -> wanted.add(List.of(word.text())));
        case Query.Phrase phrase ->
            wanted.add(words(phrase.text()).stream().map(Word::text).toList());
        case Query.Prefix prefix -> wanted.add(List.of(lower(prefix.start())));
        case Query.Fuzzy fuzzy -> wanted.add(List.of(lower(fuzzy.word())));
        default -> throw new IllegalStateException("not a part that looks for words: " + part);
      }
    }
    wanted.removeIf(List::isEmpty);
  }

  /** One word of a text. */
  private record Word(String text, int start, int end) {}

  /**
   * Returns the best sentence of lead and body, or the first if none holds anything that was looked
   * for.
   */
  String of(Article article, UnaryOperator<String> mark) {
    List<String> sentences = new ArrayList<>();
    sentences.addAll(sentences(article.lead(), article.language()));
    sentences.addAll(sentences(article.body(), article.language()));
    String best = sentences.isEmpty() ? "" : sentences.getFirst();
    int most = 0;
    for (String sentence : sentences) {
      int found = found(sentence);
      if (found > most) {
        most = found;
        best = sentence;
      }
    }
    return marked(shortened(best), mark);
  }

  /** Marks what was looked for. */
  String marked(String text, UnaryOperator<String> mark) {
    StringBuilder marked = new StringBuilder();
    int end = 0;
    for (Word span : spans(text)) {
      if (span.start() >= end) {
        marked
            .append(text, end, span.start())
            .append(words(mark, text.substring(span.start(), span.end())));
        end = span.end();
      }
    }
    return marked.append(text.substring(end)).toString();
  }

  /** Marks word by word, so that a line may break between two. */
  private static String words(UnaryOperator<String> mark, String span) {
    return mark.apply("x").equals("*x*")
        ? mark.apply(span)
        : span.lines()
            .flatMap(line -> List.of(line.split(" ", -1)).stream())
            .map(mark)
            .collect(Collectors.joining(" "));
  }

  private int found(String sentence) {
    TreeSet<Integer> parts = new TreeSet<>();
    List<Word> words = words(sentence);
    for (int part = 0; part < wanted.size(); part++) {
      for (int at = 0; at < words.size(); at++) {
        if (stands(wanted.get(part), words, at)) {
          parts.add(part);
        }
      }
    }
    return parts.stream().mapToInt(part -> wanted.get(part).size()).sum();
  }

  private List<Word> spans(String text) {
    List<Word> words = words(text);
    List<Word> spans = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      for (List<String> part : wanted) {
        if (stands(part, words, at)) {
          spans.add(new Word("", words.get(at).start(), words.get(at + part.size() - 1).end()));
        }
      }
    }
    return spans;
  }

  private static boolean stands(List<String> part, List<Word> words, int at) {
    if (at + part.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < part.size(); i++) {
      if (!alike(part.get(i), words.get(at + i).text())) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether two words begin alike and differ at most in a short ending. */
  private static boolean alike(String one, String other) {
    int common = 0;
    int shorter = Math.min(one.length(), other.length());
    while (common < shorter && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    int endings = Math.max(one.length(), other.length()) - common;
    return endings == 0
        || (common >= MIN_STEM
            && common >= shorter - 2
            && endings <= MAX_ENDING
            && common > endings);
  }

  private static List<Word> words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    List<Word> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (Character.isLetterOrDigit(text.codePointAt(start))) {
        words.add(new Word(lower(text.substring(start, end)), start, end));
      }
    }
    return words;
  }

  private static Collection<String> sentences(String text, String language) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    String plain = Terminal.plain(text);
    breaks.setText(plain);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      sentences.add(plain.substring(start, end).strip());
    }
    return sentences;
  }

  private static String shortened(String sentence) {
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    int end = sentence.lastIndexOf(' ', MAX_LENGTH);
    return sentence.substring(0, end < 0 ? MAX_LENGTH : end) + " ...";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
