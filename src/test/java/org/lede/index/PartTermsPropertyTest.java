package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.lede.Article;

/** Compares headlines and openings in an index with those that Lucene writes of the same texts. */
class PartTermsPropertyTest {
  @Property
  void areThoseThatLuceneWrites(@ForAll("articles") List<Article> articles) throws IOException {
    List<String> expected;
    try (TextAnalysis analysis = new TextAnalysis();
        ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config =
          new IndexWriterConfig(analysis).setSimilarity(new TextSimilarity());
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Article article : articles) {
          writer.addDocument(analysedTwice(article));
        }
      }
      try (IndexReader reader = DirectoryReader.open(directory)) {
        expected = parts(reader);
      }
    }
    try (ArticleIndex index = ArticleIndex.inMemory(IndexSettings.defaults().withThreads(1))) {
      index.addAll(articles);
      List<String> actual = index.withLucene(searcher -> parts(searcher.getIndexReader()));
      assertThat(actual).isEqualTo(expected);
    }
  }

  /** A document that has headline and opening as fields of their own. */
  private static Document analysedTwice(Article article) {
    String language = Languages.analysedAs(article.language());
    Document document = new Document();
    if (!article.headline().isBlank()) {
      document.add(new TextField(Schema.headline(language), article.headline(), Field.Store.NO));
    }
    FieldType withoutPositions = new FieldType(TextField.TYPE_NOT_STORED);
    withoutPositions.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    String opening = Schema.opening(language);
    String below = article.lead() + "\n\n" + article.body();
    if (!below.isBlank()) {
      document.add(
          new Field(opening, below, withoutPositions) {
            @Override
            public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
              TokenStream words = analyzer.tokenStream(opening, below);
              return new LimitTokenCountFilter(words, Schema.OPENING_WORDS);
            }
          });
    }
    return document;
  }

  /** Tells all that an index knows of headlines and openings. */
  private static List<String> parts(IndexReader reader) throws IOException {
    List<String> parts = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      for (String language : Languages.all()) {
        for (String field : List.of(Schema.headline(language), Schema.opening(language))) {
          Terms terms = leaf.reader().terms(field);
          if (terms != null) {
            parts.add(field + " " + terms.getDocCount() + " " + terms.getSumTotalTermFreq());
            addTerms(terms, leaf.docBase, parts);
          }
          NumericDocValues norms = leaf.reader().getNormValues(field);
          while (norms != null && norms.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            parts.add(field + " " + (leaf.docBase + norms.docID()) + " " + norms.longValue());
          }
        }
      }
    }
    return parts;
  }

  private static void addTerms(Terms terms, int base, List<String> parts) throws IOException {
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      Map<Integer, List<Integer>> positions = new TreeMap<>();
      PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        List<Integer> all =
            positions.computeIfAbsent(base + postings.docID(), d -> new ArrayList<>());
        for (int left = postings.freq(); left > 0; left--) {
          all.add(postings.nextPosition());
        }
      }
      parts.add(term.utf8ToString() + " " + positions);
    }
  }

  @Provide
  static Arbitrary<List<Article>> articles() {
    return RandomArticles.articles(Arbitraries.just("id"))
        .list()
        .ofMaxSize(8)
        .map(PartTermsPropertyTest::withIdsOfTheirOwn);
  }

  private static List<Article> withIdsOfTheirOwn(List<Article> articles) {
    List<Article> numbered = new ArrayList<>();
    for (Article article : articles) {
      numbered.add(
          Article.builder(String.valueOf(numbered.size()))
              .language(article.language())
              .headline(article.headline())
              .lead(article.lead())
              .body(article.body())
              .build());
    }
    return numbered;
  }
}
