package org.lede.benchmarks;

class SolrTest extends PeerTest {
  SolrTest() {
    super("solr");
  }
}
