package org.lede.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.apache.lucene.util.BytesRef;
import org.lede.query.Query;

/**
 * What a query asks for in whole articles, as one language has it: the words that articles are
 * ranked by, wherever in the query they stand, unless in a zone, in what is excluded, or in what
 * must be near something.
 *
 * @param words the words, and how much each counts: once for each time it is asked for, function
 *     words less
 * @param pairs the different neighbours in the question, function words left out
 * @param phrases the phrases
 */
record Question(
    SequencedMap<BytesRef, Double> words, SequencedSet<Pair> pairs, List<Phrase> phrases) {

  /** Two different words, the smaller one first. */
  record Pair(BytesRef one, BytesRef other) {
    static Pair of(BytesRef one, BytesRef other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  /** The words of a phrase, and how far they may be moved. */
  record Phrase(List<Token> words, int slop) {}

  /** Takes the words out of queries for one language. */
  static final class Reader {
    private final String language;
    private final TextAnalysis analysis;
    private final double functionWords;
    private final int phraseLength;
    private final Question question =
        new Question(new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>());

    /**
     * Makes a reader.
     *
     * @param functionWords how much a function word counts
     * @param phraseLength how many words of a phrase are looked for
     */
    Reader(String language, TextAnalysis analysis, double functionWords, int phraseLength) {
      this.language = language;
      this.analysis = analysis;
      this.functionWords = functionWords;
      this.phraseLength = phraseLength;
    }

    Question read(Query query) {
      add(query);
      return question;
    }

    private void add(Query query) {
      switch (query) {
        case Query.Words words -> addWords(tokens(words.text()));
        case Query.Phrase phrase -> addPhrase(tokens(phrase.text()), phrase.slop());
        case Query.AllOf(var parts) -> parts.forEach(this::add);
        case Query.AnyOf(var parts) -> parts.forEach(this::add);
        case Query.Not not -> {}
        case Query.In in -> {}
        case Query.Near near -> {}
        case Query.Same same -> {}
        case Query.AtLeast atLeast -> {}
        case Query.Prefix prefix -> {}
        case Query.Wildcard wildcard -> {}
        case Query.Fuzzy fuzzy -> {}
        case Query.About about -> {}
        case Query.Mentions mentions -> {}
        case Query.Salient salient -> {}
        case Query.Published published -> {}
        case Query.Like like -> {}
        case Query.Everything everything -> {}
      }
    }

    private List<Token> tokens(String text) {
      return Token.of(text, Schema.text(language), analysis);
    }

    private void addWords(List<Token> tokens) {
      List<BytesRef> content = new ArrayList<>();
      for (Token token : tokens) {
        boolean function = analysis.isFunctionWord(language, token.term());
        question.words.merge(token.term(), function ? functionWords : 1, Double::sum);
        if (!function) {
          content.add(token.term());
        }
      }
      for (int i = 1; i < content.size(); i++) {
        if (!content.get(i).equals(content.get(i - 1))) {
          question.pairs.add(Pair.of(content.get(i - 1), content.get(i)));
        }
      }
    }

    private void addPhrase(List<Token> tokens, int slop) {
      if (!tokens.isEmpty()) {
        question.phrases.add(
            new Phrase(tokens.subList(0, Math.min(tokens.size(), phraseLength)), slop));
      }
    }
  }
}
