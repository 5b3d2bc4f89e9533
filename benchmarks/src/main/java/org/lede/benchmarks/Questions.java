package org.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.lede.benchmarks.Question.Selected;

/**
 * Draws questions from the articles themselves, so that each finds something. The same articles
 * always give the same questions.
 *
 * <p>Of every kind a third are frequent, a third medium and a third rare, by how many articles hold
 * the words (see {@link Band}). Of single words that is the word. Pairs stand in the same
 * paragraph: a frequent word with a frequent, a medium or a rare one. Pairs to be found near each
 * other are drawn alike, and stand as near.
 *
 * <p>Phrases are two or three words that stand in a row in an article, as they come: "of the", if
 * that is what stands there. It is their rarest word that counts, as no phrase is in more articles
 * than that, and as an engine has to look no further than where it stands. How frequent the phrases
 * themselves are would leave few to choose from: most of those in an article stand in no other.
 *
 * <p>What a question selects are values of the article that its words come from, so that frequent
 * ones come more often: one; or two of different facets, or else, if the article has but one, of
 * the same facet, one of them of another article.
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

  /** Draws questions that select nothing. */
  List<Question> draw(Question.Kind kind, int number) throws IOException {
    return draw(kind, number, 0);
  }

  /**
   * Draws questions, no two of them alike.
   *
   * @param kind their kind; there is only one question for everything
   * @param number how many
   * @param selected how many facet values each selects, from 0 to 2
   * @throws IllegalStateException if the articles do not yield so many
   */
  List<Question> draw(Question.Kind kind, int number, int selected) throws IOException {
    if (kind == Question.Kind.EVERYTHING) {
      return List.of(new Question(kind, ""));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    Set<Question> questions = new LinkedHashSet<>();
    for (int attempt = 0; questions.size() < number; attempt++) {
      if (attempt > MOST_ATTEMPTS) {
        throw new IllegalStateException(
            "the articles yield only %d questions of kind %s; ask for fewer with -p questions=%d"
                .formatted(questions.size(), kind, questions.size()));
      }
      Document article = article(random);
      Optional<List<Word>> words = words(kind, questions.size(), passage(article, random), random);
      List<Selected> values = selected(article, selected, random);
      if (words.isPresent() && values.size() == selected) {
        questions.add(new Question(kind, text(words.get()), values));
      }
    }
    return List.copyOf(questions);
  }

  private static String text(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  private Document article(SplittableRandom random) throws IOException {
    return reader.storedFields().document(documents.get(random.nextInt(documents.size())));
  }

  /** Draws values for a question of an article; fewer than asked for if it has none. */
  private List<Selected> selected(Document article, int number, SplittableRandom random)
      throws IOException {
    List<Selected> selected = new ArrayList<>();
    List<Selected> values = new ArrayList<>(LuceneDocuments.counted(article));
    if (number > 0) {
      any(values, random).ifPresent(selected::add);
    }
    if (number > 1 && !selected.isEmpty()) {
      String facet = selected.getFirst().facet();
      values.removeIf(value -> value.facet().equals(facet));
      if (values.isEmpty()) {
        values.addAll(LuceneDocuments.counted(article(random)));
        values.removeIf(value -> !value.facet().equals(facet) || selected.contains(value));
      }
      any(values, random).ifPresent(selected::add);
    }
    return selected;
  }

  private Passage passage(Document article, SplittableRandom random) throws IOException {
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
      case PHRASE -> phrase(passage, 2 + place / 3 % 2, BANDS[place % 3], random);
      case NEAR -> near(passage, BANDS[place % 3], random);
      case EVERYTHING -> Optional.empty();
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
      Passage passage, int length, Band rarest, SplittableRandom random) {
    List<Word> all = passage.words();
    if (all.size() < length) {
      return Optional.empty();
    }
    int start = random.nextInt(all.size() - length + 1);
    List<Word> words = all.subList(start, start + length);
    Band band = words.stream().map(Word::band).max(Comparator.naturalOrder()).orElseThrow();
    boolean wanted = band == rarest || (band == Band.EVERYWHERE && rarest == Band.FREQUENT);
    return wanted ? Optional.of(words) : Optional.empty();
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

  private static <T> Optional<T> any(List<T> choices, SplittableRandom random) {
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(choices.get(random.nextInt(choices.size())));
  }
}
