package org.lede.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/** Turns articles into documents, and stored documents into articles again. */
final class ArticleDocuments {
  private final double aboutThreshold;

  ArticleDocuments(double aboutThreshold) {
    this.aboutThreshold = aboutThreshold;
  }

  /**
   * Returns the document of an article.
   *
   * @param frequent the words that need pairs, in the languages that have them
   */
  Document document(Article article, FrequentWords frequent) {
    Document document = new Document();
    document.add(new StringField(Schema.ID, article.id(), Store.YES));
    document.add(new SortedDocValuesField(Schema.ID, new BytesRef(article.id())));
    document.add(new BinaryDocValuesField(Schema.ID_TEXT, new BytesRef(article.id())));
    article
        .published()
        .ifPresent(
            time -> document.add(new LongField(Schema.PUBLISHED, time.toEpochMilli(), Store.YES)));
    addText(document, article, frequent);
    addFacets(document, article);
    store(document, article);
    return document;
  }

  private static void addText(Document document, Article article, FrequentWords frequent) {
    String language = Languages.analysedAs(article.language());
    LayoutRecorder recorder = new LayoutRecorder(language);
    Piece.of(article).forEach(piece -> document.add(recorder.piece(piece.zone(), piece.text())));
    document.add(recorder.layout());
    if (frequent.has(language)) {
      document.add(recorder.pairs());
    }
    if (!article.headline().isBlank()) {
      document.add(recorder.headline());
    }
    if (!article.lead().isBlank() || !article.body().isBlank()) {
      document.add(recorder.opening());
    }
    article
        .bylines()
        .forEach(name -> document.add(new TextField(Schema.BYLINE_TEXT, name, Store.NO)));
  }

  private void addFacets(Document document, Article article) {
    if (!article.source().isEmpty()) {
      addValues(document, Facet.SOURCE, Map.of(article.source(), 1.0));
      String name = ValueNames.entry(article.source(), article.source());
      document.add(new StringField(Schema.names(Facet.SOURCE), name, Store.NO));
    }
    if (!article.language().isEmpty()) {
      addValues(document, Facet.LANGUAGE, Map.of(Languages.primary(article.language()), 1.0));
    }
    for (Facet facet : facets(article.tags())) {
      Map<String, Double> saliences = new HashMap<>();
      for (Tag tag : article.tags()) {
        if (tag.facet().equals(facet)) {
          facet
              .withAncestors(tag.value())
              .forEach(value -> saliences.merge(value, tag.salience(), Math::max));
        }
      }
      addValues(document, facet, saliences);
    }
    for (Tag tag : article.tags()) {
      String field = Schema.names(tag.facet());
      ValueNames.entries(tag).forEach(name -> document.add(new StringField(field, name, Store.NO)));
    }
  }

  private void addValues(Document document, Facet facet, Map<String, Double> saliences) {
    String mentions = Schema.mentions(facet);
    saliences.forEach((value, salience) -> {
      document.add(new MentionField(mentions, value, salience));
      document.add(new SortedSetDocValuesField(mentions, new BytesRef(value)));
      if (salience >= aboutThreshold) {
        document.add(new KeywordField(Schema.about(facet), value, Store.NO));
      }
    });
  }

  private static Set<Facet> facets(Collection<Tag> tags) {
    Set<Facet> facets = new HashSet<>();
    tags.forEach(tag -> facets.add(tag.facet()));
    return facets;
  }

  private static void store(Document document, Article article) {
    store(document, Schema.SOURCE, article.source());
    store(document, Schema.URL, article.url());
    store(document, Schema.HEADLINE, article.headline());
    store(document, Schema.LEAD, article.lead());
    store(document, Schema.BODY, article.body());
    store(document, Schema.LANGUAGE, article.language());
    article.bylines().forEach(byline -> document.add(new StoredField(Schema.BYLINE, byline)));
    article.tags().forEach(tag -> document.add(new StoredField(Schema.TAG, written(tag))));
  }

  private static void store(Document document, String field, String text) {
    if (!text.isEmpty()) {
      document.add(new StoredField(field, text));
    }
  }

  /** Returns the article that a stored document holds. */
  static Article article(Document stored) {
    Article.Builder article =
        Article.builder(stored.get(Schema.ID))
            .source(text(stored, Schema.SOURCE))
            .url(text(stored, Schema.URL))
            .headline(text(stored, Schema.HEADLINE))
            .lead(text(stored, Schema.LEAD))
            .body(text(stored, Schema.BODY))
            .language(text(stored, Schema.LANGUAGE))
            .bylines(List.of(stored.getValues(Schema.BYLINE)));
    IndexableField published = stored.getField(Schema.PUBLISHED);
    if (published != null) {
      article.published(Instant.ofEpochMilli(published.numericValue().longValue()));
    }
    for (String tag : stored.getValues(Schema.TAG)) {
      article.tag(read(tag));
    }
    return article.build();
  }

  private static String text(Document stored, String field) {
    String text = stored.get(field);
    return text == null ? "" : text;
  }

  /** Returns a tag as text: values and aliases stand last, each with its length before it. */
  private static String written(Tag tag) {
    StringBuilder written =
        new StringBuilder(
            String.join(
                "\t",
                tag.facet().hierarchical() ? "tree" : "flat",
                tag.facet().name(),
                Double.toString(tag.salience()),
                ""));
    Stream.concat(Stream.of(tag.value()), tag.aliases().stream())
        .forEach(name -> written.append(name.length()).append('\t').append(name));
    return written.toString();
  }

  private static Tag read(String written) {
    String[] parts = written.split("\t", 4);
    List<String> names = new ArrayList<>();
    for (String rest = parts[3]; !rest.isEmpty(); ) {
      int start = rest.indexOf('\t') + 1;
      int end = start + Integer.parseInt(rest.substring(0, start - 1));
      names.add(rest.substring(start, end));
      rest = rest.substring(end);
    }
    return new Tag(
        new Facet(parts[1], parts[0].equals("tree")),
        names.getFirst(),
        Double.parseDouble(parts[2]),
        names.subList(1, names.size()));
  }
}
