package org.lede.benchmarks.solr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.client.solrj.response.json.BucketBasedJsonFacet;
import org.apache.solr.client.solrj.response.json.BucketJsonFacet;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.core.SolrCore;
import org.jspecify.annotations.Nullable;
import org.lede.benchmarks.Answer;
import org.lede.benchmarks.Engine;
import org.lede.benchmarks.IndexedArticle;
import org.lede.benchmarks.Question;
import org.lede.benchmarks.Wanted;

/**
 * Solr, as its reference guide recommends it: its standard query parser, {@code minExactCount}
 * where no total is wanted, JSON facets, and sideways counts by filters with tags that a facet
 * excludes. Months are terms, as its facet of ranges asks a query for each of them. Words near each
 * other are those of its XML query parser. Requests and answers go through its own format, as they
 * do in the embedded server.
 *
 * <p>Its caches are off: as the same questions are asked again and again, it would be the caches
 * that are measured.
 */
final class SolrEngine implements Engine<QueryResponse> {
  private static final String COUNTED =
      "{type:terms, field:%s, limit:" + VALUES + ", numBuckets:true%s}";

  private static final String MONTHS = "{month:{type:terms, field:month, limit:-1}}";

  private final EmbeddedSolrServer solr;

  /** Makes an engine of a server, which it closes. */
  SolrEngine(EmbeddedSolrServer solr) {
    this.solr = solr;
  }

  @Override
  public QueryResponse ask(Question question, Wanted wanted) throws IOException {
    SolrQuery query = query(question);
    switch (wanted) {
      case BEST -> query.set("minExactCount", HITS);
      case COUNT -> query.setRows(0);
      case FACETS -> query.set("json.facet", facets(question));
      case SIDEWAYS -> narrowed(query, question).set("json.facet", facets(question));
      case NEWEST -> {
        query.set("json.facet", facets(question));
        query.setSort("published", SolrQuery.ORDER.desc).addSort("id", SolrQuery.ORDER.asc);
      }
      case MONTHS -> query.setRows(0).set("json.facet", MONTHS);
      case SNIPPETS -> throw new IllegalArgumentException("solr cannot answer with " + wanted);
    }
    return ask(query);
  }

  private QueryResponse ask(SolrQuery query) throws IOException {
    try {
      return solr.query(query);
    } catch (SolrServerException e) {
      throw new IOException("Solr could not answer " + query, e);
    }
  }

  private static SolrQuery query(Question question) {
    SolrQuery query =
        new SolrQuery(
            switch (question.kind()) {
              case TERM, AND, OR ->
                  Stream.of(question.text().split(" "))
                      .map(SolrEngine::quoted)
                      .collect(Collectors.joining(" "));
              case PHRASE -> quoted(question.text());
              case NEAR -> near(question.text().split(" "));
              case EVERYTHING -> "*:*";
            });
    query.set("df", "text");
    query.set("q.op", question.kind() == Question.Kind.OR ? "OR" : "AND");
    return query.setFields("id", "score").setRows(HITS);
  }

  /** Quotes what must not be read as an operator. */
  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String near(String[] words) {
    return Stream.of(words)
        .map(word -> word.replace("&", "&amp;").replace("<", "&lt;"))
        .map("<SpanOrTerms fieldName=\"text\">%s</SpanOrTerms>"::formatted)
        .collect(
            Collectors.joining(
                "",
                "{!xmlparser}<SpanNear slop=\"%d\" inOrder=\"false\">".formatted(NEAR - 1),
                "</SpanNear>"));
  }

  private static SolrQuery narrowed(SolrQuery query, Question question) {
    for (String facet : IndexedArticle.FACETS) {
      List<String> values =
          question.selected().stream()
              .filter(each -> each.facet().equals(facet))
              .map(Question.Selected::value)
              .toList();
      if (!values.isEmpty()) {
        query.addFilterQuery(
            "{!tag=%s}%s:(%s)"
                .formatted(
                    facet,
                    facet,
                    values.stream().map(SolrEngine::quoted).collect(Collectors.joining(" OR "))));
      }
    }
    return query;
  }

  private static String facets(Question question) {
    return IndexedArticle.FACETS.stream()
        .map(facet -> facet + ":" + COUNTED.formatted(facet, domain(question, facet)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String domain(Question question, String facet) {
    return question.selected().stream().anyMatch(each -> each.facet().equals(facet))
        ? ", domain:{excludeTags:" + facet + "}"
        : "";
  }

  @Override
  public Set<String> matches(Question question) throws IOException {
    SolrQuery all = narrowed(query(question), question).setRows(Integer.MAX_VALUE);
    return ask(all).getResults().stream()
        .map(SolrEngine::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String id(SolrDocument article) {
    return String.valueOf(article.getFieldValue("id"));
  }

  @Override
  public Answer answer(QueryResponse response, Wanted wanted) {
    List<Answer.Hit> hits =
        wanted == Wanted.NEWEST
            ? Answer.inOrder(response.getResults().stream().map(SolrEngine::id).toList())
            : response.getResults().stream().map(SolrEngine::hit).toList();
    return new Answer(
        wanted == Wanted.BEST ? Answer.NOT_COUNTED : response.getResults().getNumFound(),
        hits,
        wanted == Wanted.MONTHS ? List.of() : values(response),
        wanted == Wanted.MONTHS ? months(response) : List.of(),
        List.of());
  }

  private static Answer.Hit hit(SolrDocument article) {
    return new Answer.Hit(id(article), (Float) article.getFieldValue("score"));
  }

  private static List<Answer.Values> values(QueryResponse response) {
    List<Answer.Values> facets = new ArrayList<>();
    for (String facet : IndexedArticle.FACETS) {
      BucketBasedJsonFacet counts = facet(response, facet);
      if (counts != null && !counts.getBuckets().isEmpty()) {
        facets.add(
            new Answer.Values(
                facet,
                (int) counts.getNumBuckets(),
                counts.getBuckets().stream()
                    .map(
                        value -> new Answer.Value(String.valueOf(value.getVal()), value.getCount()))
                    .toList()));
      }
    }
    return facets;
  }

  private static List<Answer.Month> months(QueryResponse response) {
    BucketBasedJsonFacet counts = facet(response, "month");
    return counts == null
        ? List.of()
        : Answer.months(
            counts.getBuckets().stream()
                .collect(
                    Collectors.toMap(
                        month -> String.valueOf(month.getVal()), BucketJsonFacet::getCount)));
  }

  private static @Nullable BucketBasedJsonFacet facet(QueryResponse response, String name) {
    return response.getJsonFacetingResponse() == null // as it is if nothing was to be counted
        ? null
        : response.getJsonFacetingResponse().getBucketBasedFacets(name);
  }

  @Override
  public long size() {
    return reader(IndexReader::numDocs);
  }

  @Override
  public int segments() {
    return reader(reader -> reader.leaves().size());
  }

  private int reader(ToIntFunction<IndexReader> figure) {
    try (SolrCore core = solr.getCoreContainer().getCore(SolrHome.CORE)) {
      return core.withSearcher(searcher -> figure.applyAsInt(searcher.getIndexReader()));
    } catch (IOException e) {
      throw new IllegalStateException("could not read the index", e);
    }
  }

  @Override
  public void close() throws IOException {
    solr.close();
  }
}
