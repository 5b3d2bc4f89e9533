/** Makes a pile of news articles searchable inside your program. */
module org.lede {
  requires transitive org.jspecify;
  requires transitive org.apache.lucene.core; // only for ArticleIndex.withLucene
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.misc;
  requires java.logging;
  requires static com.fasterxml.jackson.databind; // only for reading JSON Lines
  requires static info.picocli; // only for the command line
  requires static me.tongfei.progressbar;

  exports org.lede;
  exports org.lede.index;
  exports org.lede.ingest;
  exports org.lede.query;
  exports org.lede.search;

  opens org.lede.app to
      info.picocli;
}
