package org.lede.benchmarks;

/** Solr with its embedded server, in this JVM. */
public final class SolrProvider extends LoadedProvider {
  /** Makes a provider; the service loader does. */
  public SolrProvider() {
    super("solr", "SolrPeer");
  }

  /** Passages are not set up. */
  @Override
  public boolean can(Question.Kind kind, Wanted wanted) {
    return wanted != Wanted.SNIPPETS;
  }
}
