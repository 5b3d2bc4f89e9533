package org.lede.benchmarks.solr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.common.SolrInputDocument;
import org.lede.Article;
import org.lede.benchmarks.Engine;
import org.lede.benchmarks.IndexedArticle;
import org.lede.benchmarks.Peer;

/** Solr's embedded server, with one core as {@link SolrHome} configures it. */
public final class SolrPeer implements Peer {
  private static final int BATCH = 1_000;

  /** Makes a peer; the suite does. */
  public SolrPeer() {}

  @Override
  public void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException {
    SolrHome.write(folder);
    try (EmbeddedSolrServer solr = server(folder)) {
      Iterator<Article> all = articles.iterator();
      while (all.hasNext()) {
        solr.add(batch(all));
      }
      if (optimized) {
        solr.optimize();
      }
      solr.commit();
    } catch (SolrServerException e) {
      throw new IOException("Solr could not write the index in " + folder, e);
    }
  }

  private static List<SolrInputDocument> batch(Iterator<Article> articles) {
    List<SolrInputDocument> documents = new ArrayList<>();
    while (articles.hasNext() && documents.size() < BATCH) {
      documents.add(document(articles.next()));
    }
    return documents;
  }

  private static SolrInputDocument document(Article article) {
    IndexedArticle indexed = IndexedArticle.of(article);
    SolrInputDocument document = new SolrInputDocument();
    document.addField("id", article.id());
    document.addField("text", indexed.text());
    article.published().ifPresent(time -> document.addField("published", Date.from(time)));
    IndexedArticle.month(article).ifPresent(month -> document.addField("month", month));
    for (String facet : IndexedArticle.FACETS) {
      document.addField(facet, indexed.about(facet));
    }
    IndexedArticle.stored(article)
        .forEach((name, value) -> document.addField("stored_" + name, value));
    return document;
  }

  @Override
  public Engine<?> open(Path folder) throws IOException {
    return new SolrEngine(server(folder));
  }

  private static EmbeddedSolrServer server(Path folder) {
    return new EmbeddedSolrServer(folder.toAbsolutePath(), SolrHome.CORE);
  }
}
