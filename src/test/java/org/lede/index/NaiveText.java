package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.lede.Article;
import org.lede.query.Zone;

/**
 * A text as words.
 *
 * @param language which of {@link Languages#all} made the words
 * @param words the words in their order
 */
record NaiveText(String language, List<Word> words) {
  private static final int GAP = 100;
  private static final int OPENING = 30;

  private static final Map<String, Analyzer> ANALYZERS = new ConcurrentHashMap<>();

  /** One copy of each word, so that many articles fit into memory. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private static final Map<String, NaiveText> QUERIES = new ConcurrentHashMap<>();
  private static final Map<String, Set<String>> FUNCTION_WORDS = new ConcurrentHashMap<>();

  /**
   * One word, as its language has it, and its place in the text.
   *
   * @param text the word
   * @param position how many words are before it, gaps included
   * @param zone the part of the article that it is in
   * @param paragraph the number of its paragraph
   * @param sentence the number of its sentence within the paragraph
   * @param number how many words are before it, gaps not included
   * @param start where its characters begin in the zone
   * @param end where they end
   */
  record Word(
      String text,
      int position,
      Zone.Part zone,
      int paragraph,
      int sentence,
      int number,
      int start,
      int end) {}

  /** A piece of an article that no phrase leaves, and where it starts in its zone. */
  private record Piece(Zone.Part zone, int start, String text) {}

  /** Returns the words of headline, lead and paragraphs, with a gap between any two of these. */
  static NaiveText of(Article article) {
    return of(Languages.analysedAs(article.language()), pieces(article));
  }

  /** Returns the words of the headline. */
  static NaiveText ofHeadline(Article article) {
    return of(
        Languages.analysedAs(article.language()),
        List.of(new Piece(Zone.Part.HEADLINE, 0, article.headline())));
  }

  /** Returns the first words below the headline. */
  static NaiveText ofOpening(NaiveText article) {
    return new NaiveText(
        article.language,
        article.words.stream()
            .filter(word -> word.zone != Zone.Part.HEADLINE)
            .limit(OPENING)
            .toList());
  }

  /** Returns the words of the names of the writers. */
  static NaiveText ofByline(Article article) {
    List<Piece> pieces = new ArrayList<>();
    String before = "";
    for (String name : article.bylines()) {
      pieces.add(new Piece(Zone.Part.BYLINE, before.length(), name));
      before += name + ", ";
    }
    NaiveText names = of(Languages.OTHER, pieces);
    return new NaiveText(
        names.language,
        names.words.stream()
            .map(word ->
                new Word(
                    word.text,
                    word.position,
                    word.zone,
                    0,
                    0,
                    Integer.MAX_VALUE,
                    word.start,
                    word.end))
            .toList());
  }

  private static NaiveText of(String language, List<Piece> pieces) {
    List<Word> words = new ArrayList<>();
    for (int paragraph = 0; paragraph < pieces.size(); paragraph++) {
      Piece piece = pieces.get(paragraph);
      int start = words.isEmpty() ? 0 : words.getLast().position() + GAP + 1;
      for (Word word : words(language, piece.text)) {
        words.add(
            new Word(
                word.text,
                start + word.position,
                piece.zone,
                paragraph,
                word.sentence,
                words.size(),
                piece.start + word.start,
                piece.start + word.end));
      }
    }
    return new NaiveText(language, words);
  }

  private static List<Piece> pieces(Article article) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(Zone.Part.HEADLINE, 0, article.headline()));
    pieces.add(new Piece(Zone.Part.LEAD, 0, article.lead()));
    String body = article.body();
    int paragraph = 0;
    for (int line = 0; line < body.length(); line = endOfLine(body, line)) {
      if (body.substring(line, endOfLine(body, line)).isBlank()) {
        pieces.add(paragraph(paragraph, body.substring(paragraph, line).replaceFirst("\\R$", "")));
        paragraph = line;
      }
    }
    pieces.add(paragraph(paragraph, body.substring(paragraph)));
    return pieces;
  }

  /**
   * Returns a paragraph without the blank lines before it: where sentences begin may depend on what
   * stands around them.
   */
  private static Piece paragraph(int start, String text) {
    String lines = text.replaceFirst("^\\s*\\R", "");
    return new Piece(Zone.Part.BODY, start + text.length() - lines.length(), lines);
  }

  /** Returns where the next line starts. */
  private static int endOfLine(String text, int line) {
    int end = line;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
  }

  /** Returns what of this is in a zone. */
  NaiveText in(Zone zone) {
    return new NaiveText(
        language,
        words.stream()
            .filter(word ->
                switch (zone) {
                  case Zone.Part part -> word.zone == part;
                  case Zone.First(var first) -> word.number < first;
                })
            .toList());
  }

  /** Returns the words of what is searched for in articles of this text's language. */
  NaiveText of(String searched) {
    return QUERIES.computeIfAbsent(
        language + ":" + searched, key -> new NaiveText(language, words(language, searched)));
  }

  /** Returns a word as this text's language writes it, but not stemmed. */
  String normal(String word) {
    return analyzer(language).normalize("", word).utf8ToString();
  }

  private static List<Word> words(String language, String text) {
    List<Word> words = new ArrayList<>();
    int[] sentences = Sentences.starts(text, language, Deadline.NONE);
    try (TokenStream stream = analyzer(language).tokenStream("", text)) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      for (stream.reset(); stream.incrementToken(); ) {
        position += step.getPositionIncrement();
        int start = offset.startOffset();
        int sentence = (int) Arrays.stream(sentences).filter(first -> first <= start).count();
        String known = KNOWN.computeIfAbsent(word.toString(), same -> same);
        words.add(
            new Word(known, position, Zone.Part.BODY, 0, sentence, 0, start, offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return words;
  }

  /** Tells whether a word is one of those that say little about what a text is about. */
  boolean isFunctionWord(String word) {
    return FUNCTION_WORDS.computeIfAbsent(language, each -> functionWords(each)).contains(word);
  }

  private static Set<String> functionWords(String language) {
    return FunctionWords.of(language).stream()
        .map(word -> words(language, word))
        .filter(words -> words.size() == 1)
        .map(words -> words.getFirst().text())
        .collect(Collectors.toSet());
  }

  private static Analyzer analyzer(String language) {
    return ANALYZERS.computeIfAbsent(language, Languages::analyzer);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  int size() {
    return words.size();
  }

  /** Returns how often a word stands in it. */
  int count(String word) {
    int count = 0;
    for (Word other : words) {
      count += other.text().equals(word) ? 1 : 0;
    }
    return count;
  }

  boolean has(String word) {
    return count(word) > 0;
  }

  /** Returns how often two words stand in it next to each other, in either order. */
  int countNeighbours(Set<String> pair) {
    int count = 0;
    for (int i = 1; i < size(); i++) {
      Word one = words.get(i - 1);
      Word other = words.get(i);
      boolean next = other.position() - one.position() == 1;
      count += next && pair.equals(Set.copyOf(List.of(one.text(), other.text()))) ? 1 : 0;
    }
    return count;
  }

  /** Returns how often some words stand in it next to each other. */
  int countPhrase(NaiveText phrase) {
    int count = 0;
    for (int start = 0; start + phrase.size() <= size(); start++) {
      count += isAt(start, phrase) ? 1 : 0;
    }
    return count;
  }

  private boolean isAt(int start, NaiveText phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      Word word = words.get(start + i);
      Word wanted = phrase.words.get(i);
      int ahead = word.position() - words.get(start).position();
      int wantedAhead = wanted.position() - phrase.words.getFirst().position();
      if (!word.text().equals(wanted.text()) || ahead != wantedAhead) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether some words, no two of them equal, stand near each other: the shift that would
   * bring each to its place in the phrase may differ by the slop between any two.
   */
  boolean hasPhrase(NaiveText phrase, int slop) {
    return hasPhrase(phrase, slop, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);
  }

  private boolean hasPhrase(NaiveText phrase, int slop, int placed, int least, int most) {
    if (placed == phrase.size()) {
      return true;
    }
    Word wanted = phrase.words.get(placed);
    for (Word word : words) {
      int shift = word.position() - wanted.position();
      int newLeast = Math.min(least, shift);
      int newMost = Math.max(most, shift);
      if (word.text().equals(wanted.text())
          && newMost - newLeast <= slop
          && hasPhrase(phrase, slop, placed + 1, newLeast, newMost)) {
        return true;
      }
    }
    return false;
  }
}
