package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.lede.Article;
import org.lede.query.Budget;
import org.lede.query.Notice;
import org.lede.query.Query;
import org.lede.query.Zone;

/** Finds words that the index holds, for typed ones that it does not hold. */
final class Respelling {
  /** The most unknown words of one text that are looked at. */
  private static final int MAX_WORDS = 10;

  /** How much of a text is read to see that, in characters. */
  private static final int MAX_LENGTH = 20_000;

  /** The most articles that are read to see how they write a word. */
  private static final int MAX_ARTICLES = 10;

  /** Shorter words are like too many others. */
  private static final int LEAST_LENGTH = 3;

  /** Longer ones take long to compare, and are seldom words. */
  private static final int MOST_LENGTH = 30;

  private final Snapshot snapshot;
  private final TextAnalysis analysis;
  private final Expansions expansions;
  private final Deadline deadline;

  Respelling(Snapshot snapshot, TextAnalysis analysis, Budget budget, Deadline deadline) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.deadline = deadline;
    expansions = new Expansions(snapshot.reader(), budget, deadline);
  }

  /**
   * Returns the text with unknown words replaced by known ones; empty if there is none to replace.
   *
   * @param query what the text was read as
   * @param text the text; takes a notice for each word that no article holds
   */
  String respelt(Query query, TypedText text) throws IOException {
    Map<String, String> better = new HashMap<>();
    for (String word : unknown(query)) {
      Optional<String> nearest = nearest(word);
      nearest.ifPresent(known -> better.put(word, known));
      text.note(
          Notice.Kind.UNKNOWN_WORD,
          word,
          "no article holds \"%s\"%s"
              .formatted(word, nearest.map(each -> "; did you mean " + each + "?").orElse("")));
    }
    return better.isEmpty() ? "" : text.with(better);
  }

  private List<String> unknown(Query query) throws IOException {
    SequencedSet<String> words = new LinkedHashSet<>();
    addWords(query, words);
    List<String> unknown = new ArrayList<>();
    for (String word : words) {
      if (unknown.size() < MAX_WORDS && isUnknown(word)) {
        unknown.add(word);
      }
    }
    return unknown;
  }

  private static void addWords(Query query, SequencedSet<String> words) {
    switch (query) {
      case Query.Words(var text, var match) -> words.addAll(List.of(text.split(" ")));
      case Query.Phrase(var text, var slop) -> words.addAll(List.of(text.split(" ")));
      case Query.AllOf(var parts) -> parts.forEach(part -> addWords(part, words));
      case Query.AnyOf(var parts) -> parts.forEach(part -> addWords(part, words));
      case Query.Near near -> {
        addWords(near.left(), words);
        addWords(near.right(), words);
      }
      case Query.Same same -> {
        addWords(same.left(), words);
        addWords(same.right(), words);
      }
      case Query.AtLeast(var many, var times) -> addWords(many, words);
      case Query.In(var zone, var inner) when !zone.equals(Zone.BYLINE) -> addWords(inner, words);
      default -> {} // nothing that is a word, or a byline, which has words of its own
    }
  }

  /** Tells whether a text is one word in some language, and no article of any language has it. */
  private boolean isUnknown(String word) throws IOException {
    boolean single = false;
    for (String language : snapshot.languages()) {
      String field = Schema.text(language);
      List<Token> tokens = tokens(field, word);
      single |= tokens.size() == 1;
      for (Token token : tokens) {
        if (snapshot.reader().docFreq(new Term(field, token.term())) > 0) {
          return false;
        }
      }
    }
    return single;
  }

  /** A word of a field that is like another. */
  private record Candidate(Term term, int frequency) {}

  private Optional<String> nearest(String word) throws IOException {
    if (word.length() < LEAST_LENGTH || word.length() > MOST_LENGTH) {
      return Optional.empty();
    }
    for (int edits = 1; edits <= Query.Fuzzy.MAX_EDITS; edits++) {
      Candidate best = new Candidate(new Term(""), 0);
      for (String language : snapshot.languages()) {
        best = better(best, Schema.text(language), word, edits);
      }
      if (best.frequency > 0) {
        return Optional.of(asWritten(best.term, word));
      }
    }
    return Optional.empty();
  }

  private Candidate better(Candidate before, String field, String word, int edits)
      throws IOException {
    String normal = analysis.normalize(field, word).utf8ToString();
    Candidate best = before;
    for (BytesRef similar : expansions.similarTo(field, normal, edits).terms()) {
      Term term = new Term(field, similar);
      int frequency = snapshot.reader().docFreq(term);
      if (frequency > best.frequency) {
        best = new Candidate(term, frequency);
      }
    }
    return best;
  }

  /** Returns a word as articles write it, rather than its stem; as the stem, if some do so. */
  private String asWritten(Term term, String typed) throws IOException {
    String first = "";
    int looked = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (docs != null
          && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS
          && looked < MAX_ARTICLES) {
        if (live == null || live.get(docs.docID())) {
          deadline.check();
          looked++;
          Article article =
              ArticleDocuments.article(leaf.reader().storedFields().document(docs.docID()));
          List<String> forms = forms(term, article);
          if (forms.stream().anyMatch(form -> form.equalsIgnoreCase(term.text()))) {
            return inCaseOf(typed, term.text());
          }
          first = first.isEmpty() && !forms.isEmpty() ? forms.getFirst() : first;
        }
      }
    }
    return inCaseOf(typed, first.isEmpty() ? term.text() : first);
  }

  private List<String> forms(Term term, Article article) throws IOException {
    List<String> forms = new ArrayList<>();
    for (String text : List.of(article.headline(), article.lead(), article.body())) {
      for (Token token : tokens(term.field(), beginning(text))) {
        if (token.term().equals(term.bytes())) {
          forms.add(text.substring(token.start(), token.end()));
        }
      }
    }
    return forms;
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), MAX_LENGTH));
  }

  private static String inCaseOf(String typed, String word) {
    return typed.equals(typed.toLowerCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word;
  }

  /** A word as the index has it, and where it stands in the text. */
  private record Token(BytesRef term, int start, int end) {}

  private List<Token> tokens(String field, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analysis.tokenStream(field, text)) {
      TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      for (stream.reset(); stream.incrementToken(); ) {
        BytesRef bytes = BytesRef.deepCopyOf(term.getBytesRef());
        tokens.add(new Token(bytes, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    }
    return tokens;
  }
}
