package org.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.lede.benchmarks.Passage.Band;
import org.lede.benchmarks.Passage.Word;

/**
 * Draws questions from the articles themselves, so that each finds something. The same articles
 * always give the same questions.
 *
 * <p>A third of the single words are frequent, a third are medium and a third rare (see {@link
 * Band}). Pairs stand in the same paragraph: a frequent word with a frequent, a medium or a rare
 * one. Pairs to be found near each other are drawn alike, and stand as near. Phrases are two or
 * three words in a row; in half of them a word that is everywhere meets one that is not.
 */
final class Questions {
  private static final long SEED = 42;
  private static final int MOST_ARTICLES = 5_000;
  private static final int MOST_ATTEMPTS = 20_000;
  private static final Band[] BANDS = {Band.FREQUENT, Band.MEDIUM, Band.RARE};

  private final IndexReader reader;
  private final Analyzer analyzer = new EnglishText();
  private final List<Integer> documents;

  /** Draws from what a plain Lucene index holds. */
  Questions(IndexReader reader) throws IOException {
    this.reader = reader;
    documents = documents(reader);
  }

  /** Takes articles by their ids, as their numbers differ whenever an index is made. */
  private static List<Integer> documents(IndexReader reader) throws IOException {
    List<Integer> documents = new ArrayList<>();
    int step = reader.numDocs() / MOST_ARTICLES + 1;
    Terms ids = MultiTerms.getTerms(reader, LuceneDocuments.ID);
    if (ids == null) {
      throw new IllegalStateException("there is no article to draw questions from");
    }
    TermsEnum id = ids.iterator();
    for (int place = 0; id.next() != null; place++) {
      if (place % step == 0) {
        PostingsEnum posting = id.postings(null, PostingsEnum.NONE);
        documents.add(posting.nextDoc());
      }
    }
    return documents;
  }

  /**
   * Draws questions, no two of them alike.
   *
   * @param kind their kind
   * @param number how many
   * @throws IllegalStateException if the articles do not yield so many
   */
  List<Question> draw(Question.Kind kind, int number) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Set<Question> questions = new LinkedHashSet<>();
    for (int attempt = 0; questions.size() < number; attempt++) {
      if (attempt > MOST_ATTEMPTS) {
        throw new IllegalStateException(
            "the articles yield only %d questions of kind %s; ask for fewer with -p questions=%d"
                .formatted(questions.size(), kind, questions.size()));
      }
      words(kind, questions.size(), passage(random), random)
          .map(words -> words.stream().map(Word::text).collect(Collectors.joining(" ")))
          .ifPresent(text -> questions.add(new Question(kind, text)));
    }
    return List.copyOf(questions);
  }

  private Passage passage(SplittableRandom random) throws IOException {
    int doc = documents.get(random.nextInt(documents.size()));
    Document article = reader.storedFields().document(doc, Set.of("headline", "lead", "body"));
    List<String> paragraphs =
        new ArrayList<>(List.of(article.get("headline"), article.get("lead")));
    paragraphs.addAll(LuceneDocuments.paragraphs(article.get("body")).toList());
    return Passage.of(paragraphs.get(random.nextInt(paragraphs.size())), analyzer, reader);
  }

  private static Optional<List<Word>> words(
      Question.Kind kind, int place, Passage passage, SplittableRandom random) {
    return switch (kind) {
      case TERM -> any(passage.words(BANDS[place % 3]), random).map(List::of);
      case AND, OR -> pair(passage, BANDS[place % 3], random);
      case PHRASE -> phrase(passage, 2 + place % 2, place % 4 < 2, random);
      case NEAR -> near(passage, BANDS[place % 3], random);
    };
  }

  private static Optional<List<Word>> pair(Passage passage, Band band, SplittableRandom random) {
    Optional<Word> one = any(passage.words(Band.FREQUENT), random);
    Optional<Word> other = any(passage.words(band), random);
    return one.isEmpty() || other.isEmpty() || one.get().term().equals(other.get().term())
        ? Optional.empty()
        : Optional.of(List.of(one.get(), other.get()));
  }

  private static Optional<List<Word>> phrase(
      Passage passage, int length, boolean mixed, SplittableRandom random) {
    List<Word> all = passage.words();
    if (all.size() < length) {
      return Optional.empty();
    }
    int start = random.nextInt(all.size() - length + 1);
    List<Word> words = all.subList(start, start + length);
    long everywhere = words.stream().filter(word -> word.band() == Band.EVERYWHERE).count();
    boolean meets = everywhere > 0 && everywhere < length;
    return meets || !mixed ? Optional.of(words) : Optional.empty();
  }

  private static Optional<List<Word>> near(Passage passage, Band band, SplittableRandom random) {
    List<Word> all = passage.words();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int place = random.nextInt(all.size());
    Word one = all.get(place);
    List<Word> around =
        all.subList(Math.max(place - Engine.NEAR, 0), Math.min(place + Engine.NEAR, all.size()));
    List<Word> others =
        around.stream()
            .filter(word -> word.band() == band && !word.term().equals(one.term()))
            .toList();
    return one.band() == Band.FREQUENT
        ? any(others, random).map(other -> List.of(one, other))
        : Optional.empty();
  }

  private static Optional<Word> any(List<Word> words, SplittableRandom random) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(words.get(random.nextInt(words.size())));
  }
}
