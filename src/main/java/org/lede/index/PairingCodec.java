package org.lede.index;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.FilterLeafReader.FilterFields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments as Lucene does, with {@link PairTerms} in them. It has the name of Lucene's
 * codec, which reads what this writes. When segments are merged, pairs are terms like all others.
 */
final class PairingCodec extends FilterCodec {
  private final Supplier<FrequentWords> frequent;

  /** Makes a codec for the frequent words that are known when a segment is written. */
  PairingCodec(Supplier<FrequentWords> frequent) {
    this(Codec.getDefault(), frequent);
  }

  private PairingCodec(Codec usual, Supplier<FrequentWords> frequent) {
    super(usual.getName(), usual);
    this.frequent = frequent;
  }

  @Override
  public PostingsFormat postingsFormat() {
    return new PairingPostings(delegate.postingsFormat());
  }

  private final class PairingPostings extends PostingsFormat {
    private final PostingsFormat usual;

    private PairingPostings(PostingsFormat usual) {
      super(usual.getName());
      this.usual = usual;
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
      return new Pairing(usual.fieldsConsumer(state), state.segmentInfo.maxDoc());
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
      return usual.fieldsProducer(state);
    }
  }

  private final class Pairing extends FieldsConsumer {
    private final FieldsConsumer usual;
    private final int docs;

    private Pairing(FieldsConsumer usual, int docs) {
      this.usual = usual;
      this.docs = docs;
    }

    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      usual.write(new FieldsWithPairs(fields, docs), norms);
    }

    @Override
    public void merge(MergeState state, NormsProducer norms) throws IOException {
      usual.merge(state, norms);
    }

    @Override
    public void close() throws IOException {
      usual.close();
    }
  }

  private final class FieldsWithPairs extends FilterFields {
    private final int docs;

    private FieldsWithPairs(Fields fields, int docs) {
      super(fields);
      this.docs = docs;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = super.terms(field);
      Optional<String> language = Schema.languageOfPairs(field);
      if (terms == null || language.isEmpty()) {
        return terms;
      }
      Terms text = super.terms(Schema.text(language.get()));
      return PairTerms.of(terms, text, frequent.get().of(language.get()), docs);
    }
  }
}
