package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A numbering made of an earlier one is the one that would be made anew. */
class FacetOrdinalsPropertyTest {
  private static final String FIELD = "values";
  private static final String ID = "id";

  /**
   * Adds documents, each with some values, and refreshes now and then; small numbers of them delete
   * earlier ones, and 0 merges all.
   */
  @Property
  void numbersTheValuesOfAllSegments(
      @ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> steps) throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      FacetOrdinals ordinals = null;
      List<DirectoryReader> readers = new ArrayList<>();
      for (int step : steps) {
        write(writer, step);
        if (step % 3 == 0) {
          DirectoryReader reader = DirectoryReader.open(writer);
          readers.add(reader);
          ordinals = check(reader, ordinals);
        }
      }
      for (DirectoryReader reader : readers) {
        reader.close();
      }
    }
  }

  private static void write(IndexWriter writer, int step) throws IOException {
    if (step == 0) {
      writer.forceMerge(1);
    } else if (step < 10) {
      writer.deleteDocuments(new Term(ID, Integer.toString(step)));
    } else {
      Document document = new Document();
      document.add(new StringField(ID, Integer.toString(step % 10), Store.NO));
      for (int i = 0; i < step % 4; i++) {
        document.add(new SortedSetDocValuesField(FIELD, new BytesRef("v" + step * i)));
      }
      writer.addDocument(document);
    }
  }

  private static FacetOrdinals check(DirectoryReader reader, @Nullable FacetOrdinals before)
      throws IOException {
    FacetOrdinals ordinals = FacetOrdinals.of(reader, FIELD, before);
    SortedSet<String> expected = new TreeSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      List<String> inSegment = inSegment(ordinals, leaf);
      expected.addAll(inSegment);
      int[] numbers = ordinals.toCommon(leaf);
      assertThat(IntStream.of(numbers).mapToObj(ordinals::value)).isEqualTo(inSegment);
    }
    assertThat(IntStream.range(0, ordinals.size()).mapToObj(ordinals::value))
        .containsExactlyElementsOf(expected);
    for (String value : expected) {
      assertThat(ordinals.value(ordinals.ordinal(value))).isEqualTo(value);
    }
    assertThat(ordinals.ordinal("no value")).isNegative();
    return ordinals;
  }

  private static List<String> inSegment(FacetOrdinals ordinals, LeafReaderContext leaf)
      throws IOException {
    SortedSetDocValues values = ordinals.values(leaf);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < values.getValueCount(); i++) {
      all.add(values.lookupOrd(i).utf8ToString());
    }
    return all;
  }
}
