package org.lede.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.lede.Facet;

/** Measures a snapshot. */
final class IndexMeasures {
  private IndexMeasures() {}

  static IndexStats of(Snapshot snapshot, long otherBytes) throws IOException {
    SequencedMap<Facet, Long> values = new LinkedHashMap<>();
    for (Facet facet : snapshot.facets()) {
      values.put(facet, (long) snapshot.ordinals(Schema.about(facet)).size());
    }
    return new IndexStats(
        snapshot.reader().numDocs(),
        snapshot.reader().leaves().size(),
        bytes(snapshot),
        values,
        snapshot.facetBytes(),
        snapshot.facetBytes() + snapshot.timeBytes() + otherBytes);
  }

  private static SequencedMap<String, Long> bytes(Snapshot snapshot) throws IOException {
    SequencedMap<String, Long> bytes = new LinkedHashMap<>();
    for (String part : new String[] {"articles", "words", "values", "dates", "other"}) {
      bytes.put(part, 0L);
    }
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment) {
        Directory directory = segment.directory();
        for (String file : segment.getSegmentInfo().files()) {
          bytes.merge(part(file), length(directory, file), Long::sum);
        }
      }
    }
    return bytes;
  }

  /**
   * Returns what a file is for, by its extension (source: the package {@code
   * org.apache.lucene.codecs.lucene104}).
   */
  private static String part(String file) {
    return switch (String.valueOf(IndexFileNames.getExtension(file))) {
      case "fdt", "fdx", "fdm" -> "articles";
      case "doc", "pos", "pay", "tim", "tip", "tmd", "psm", "nvd", "nvm" -> "words";
      case "dvd", "dvm", "dvs" -> "values";
      case "kdd", "kdi", "kdm" -> "dates";
      default -> "other";
    };
  }

  private static long length(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return 0; // not yet on disk, or merged away since
    }
  }
}
