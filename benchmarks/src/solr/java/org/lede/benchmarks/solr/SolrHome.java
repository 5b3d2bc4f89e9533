package org.lede.benchmarks.solr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the configuration of a Solr with one core. */
final class SolrHome {
  static final String CORE = "articles";

  private static final String SERVER = "<solr/>";

  /**
   * What is searched and counted has doc values; what is shown is stored. Between the values of the
   * text is a gap of a hundred words.
   */
  private static final String SCHEMA =
      """
      <schema name="articles" version="1.7">
        <uniqueKey>id</uniqueKey>
        <fieldType name="string" class="solr.StrField" sortMissingLast="true" docValues="true"/>
        <fieldType name="date" class="solr.DatePointField" sortMissingLast="true" docValues="true"/>
        <fieldType name="stored" class="solr.StrField" indexed="false" docValues="false"/>
        <fieldType name="english" class="solr.TextField" positionIncrementGap="100">
          <analyzer>
            <tokenizer name="standard"/>
            <filter name="englishPossessive"/>
            <filter name="lowercase"/>
            <filter name="asciiFolding"/>
            <filter name="kStem"/>
          </analyzer>
        </fieldType>
        <field name="id" type="string" required="true"/>
        <field name="text" type="english" multiValued="true" stored="false"/>
        <field name="published" type="date"/>
        <field name="month" type="string" stored="false"/>
        <field name="country" type="string" multiValued="true" stored="false"/>
        <field name="organisation" type="string" multiValued="true" stored="false"/>
        <field name="topic" type="string" multiValued="true" stored="false"/>
        <dynamicField name="stored_*" type="stored"/>
      </schema>
      """;

  /** Has no caches, no transaction log and no commits but those asked for. */
  private static final String CONFIGURATION =
      """
      <config>
        <luceneMatchVersion>LATEST</luceneMatchVersion>
        <directoryFactory class="solr.MMapDirectoryFactory"/>
        <schemaFactory class="ClassicIndexSchemaFactory"/>
        <indexConfig>
          <ramBufferSizeMB>128</ramBufferSizeMB>
          <useCompoundFile>false</useCompoundFile>
          <mergePolicyFactory class="org.apache.solr.index.TieredMergePolicyFactory">
            <double name="noCFSRatio">0</double>
          </mergePolicyFactory>
        </indexConfig>
        <updateHandler class="solr.DirectUpdateHandler2"/>
        <query>
          <maxBooleanClauses>1024</maxBooleanClauses>
        </query>
        <requestHandler name="/select" class="solr.SearchHandler"/>
        <requestHandler name="/update" class="solr.UpdateRequestHandler"/>
      </config>
      """;

  private SolrHome() {}

  /** Writes it into a folder. */
  static void write(Path folder) throws IOException {
    Path core = folder.resolve(CORE);
    Path configuration = Files.createDirectories(core.resolve("conf"));
    Files.writeString(folder.resolve("solr.xml"), SERVER);
    Files.writeString(core.resolve("core.properties"), "name=" + CORE);
    Files.writeString(configuration.resolve("schema.xml"), SCHEMA);
    Files.writeString(configuration.resolve("solrconfig.xml"), CONFIGURATION);
  }
}
