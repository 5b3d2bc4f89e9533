package org.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DimConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/**
 * Makes Lucene documents of articles, with the fields that one would give them in plain Lucene: the
 * text with positions, the id, the date, the facet values as terms and as values to count, and the
 * whole article stored. Lede has more: headline, opening and byline by themselves, where sentences
 * and paragraphs begin, how salient each value is, its names, and the id once more.
 *
 * <p>Facets are Lucene's own, from its facet module. Those that are counted share one field, as its
 * documentation has it; source and language have another, so that counting need not pass over them.
 * A topic is added with all the topics above it, so that every level is counted.
 */
final class LuceneDocuments {
  static final String ID = "id";
  static final String TEXT = "text";
  static final String PUBLISHED = "published";

  /** The facets that are counted. */
  static final List<String> COUNTED =
      Stream.of(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC).map(Facet::name).toList();

  private static final DimConfig OTHERS = others();
  private static final double ABOUT = 0.5;
  private static final Pattern BLANK_LINE = Pattern.compile("(?>\\R)\\s*(?>\\R)");

  private final FacetsConfig config = facets();

  /** Returns how facets are indexed, which whoever counts them needs to know as well. */
  static FacetsConfig facets() {
    FacetsConfig config =
        new FacetsConfig() {
          @Override
          protected DimConfig getDefaultDimConfig() {
            return OTHERS;
          }
        };
    COUNTED.forEach(facet -> config.setMultiValued(facet, true));
    COUNTED.forEach(
        facet -> config.setDrillDownTermsIndexing(facet, DrillDownTermsIndexing.ALL_PATHS_NO_DIM));
    return config;
  }

  private static DimConfig others() {
    DimConfig others = new DimConfig();
    others.multiValued = true;
    others.indexFieldName = "$others";
    others.drillDownTermsIndexing = DrillDownTermsIndexing.ALL_PATHS_NO_DIM;
    return others;
  }

  Document document(Article article) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, article.id(), Store.YES));
    document.add(new SortedDocValuesField(ID, new BytesRef(article.id())));
    article
        .published()
        .ifPresent(time -> document.add(new LongField(PUBLISHED, time.toEpochMilli(), Store.YES)));
    addText(document, article.headline());
    addText(document, article.lead());
    paragraphs(article.body()).forEach(paragraph -> addText(document, paragraph));
    addFacets(document, article);
    store(document, article);
    return config.build(document);
  }

  /** Returns the paragraphs of a body, which are apart by a blank line. */
  static Stream<String> paragraphs(String body) {
    return BLANK_LINE.splitAsStream(body);
  }

  private static void addText(Document document, String text) {
    if (!text.isBlank()) {
      document.add(new TextField(TEXT, text, Store.NO));
    }
  }

  private static void addFacets(Document document, Article article) {
    addFacet(document, Facet.SOURCE, article.source());
    addFacet(document, Facet.LANGUAGE, article.language());
    Map<Facet, Set<String>> about = new LinkedHashMap<>();
    for (Tag tag : article.tags()) {
      Set<String> values = about.computeIfAbsent(tag.facet(), facet -> new HashSet<>());
      if (tag.salience() >= ABOUT) {
        values.addAll(tag.facet().withAncestors(tag.value()));
      }
    }
    about.forEach((facet, values) -> values.forEach(value -> addFacet(document, facet, value)));
    addMentions(document, article, about);
  }

  private static void addFacet(Document document, Facet facet, String value) {
    if (!value.isEmpty()) {
      document.add(new SortedSetDocValuesFacetField(facet.name(), value));
    }
  }

  private static void addMentions(
      Document document, Article article, Map<Facet, Set<String>> about) {
    Map<Facet, Set<String>> mentioned = new LinkedHashMap<>();
    for (Tag tag : article.tags()) {
      mentioned
          .computeIfAbsent(tag.facet(), facet -> new HashSet<>())
          .addAll(tag.facet().withAncestors(tag.value()));
    }
    mentioned.forEach((facet, values) -> {
      values.removeAll(about.getOrDefault(facet, Set.of()));
      values.forEach(
          value -> document.add(new StringField("mentioned." + facet.name(), value, Store.NO)));
    });
  }

  private static void store(Document document, Article article) {
    document.add(new StoredField("source", article.source()));
    document.add(new StoredField("url", article.url()));
    document.add(new StoredField("headline", article.headline()));
    document.add(new StoredField("lead", article.lead()));
    document.add(new StoredField("body", article.body()));
    document.add(new StoredField("language", article.language()));
    article.bylines().forEach(byline -> document.add(new StoredField("byline", byline)));
    article.tags().forEach(tag -> document.add(new StoredField("tag", written(tag))));
  }

  /** Returns the values that a stored article is about, of the facets that are counted. */
  static List<Question.Selected> counted(Document article) {
    List<Question.Selected> values = new ArrayList<>();
    for (String tag : article.getValues("tag")) {
      String[] cells = tag.split("\t", 3);
      if (COUNTED.contains(cells[0]) && Double.parseDouble(cells[1]) >= ABOUT) {
        values.add(new Question.Selected(cells[0], cells[2]));
      }
    }
    return values;
  }

  private static String written(Tag tag) {
    return tag.facet().name() + "\t" + tag.salience() + "\t" + tag.value();
  }
}
