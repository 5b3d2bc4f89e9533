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
 * Writes segments as Lucene does, with the terms of each {@link DerivedField} in them. It has the
 * name of Lucene's codec, which reads what this writes. When segments are merged, these are terms
 * like all others.
 */
final class DerivingCodec extends FilterCodec {
  private final Supplier<FrequentWords> frequent;

  /** Makes a codec for the frequent words that are known when a segment is written. */
  DerivingCodec(Supplier<FrequentWords> frequent) {
    this(Codec.getDefault(), frequent);
  }

  private DerivingCodec(Codec usual, Supplier<FrequentWords> frequent) {
    super(usual.getName(), usual);
    this.frequent = frequent;
  }

  @Override
  public PostingsFormat postingsFormat() {
    return new DerivingPostings(delegate.postingsFormat());
  }

  private final class DerivingPostings extends PostingsFormat {
    private final PostingsFormat usual;

    private DerivingPostings(PostingsFormat usual) {
      super(usual.getName());
      this.usual = usual;
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
      return new Deriving(usual.fieldsConsumer(state), state.segmentInfo.maxDoc());
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
      return usual.fieldsProducer(state);
    }
  }

  private final class Deriving extends FieldsConsumer {
    private final FieldsConsumer usual;
    private final int docs;

    private Deriving(FieldsConsumer usual, int docs) {
      this.usual = usual;
      this.docs = docs;
    }

    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      usual.write(new DerivedFields(fields, docs), norms);
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

  private final class DerivedFields extends FilterFields {
    private final int docs;

    private DerivedFields(Fields fields, int docs) {
      super(fields);
      this.docs = docs;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = super.terms(field);
      Optional<Schema.Derived> derived = Schema.derivedOf(field);
      if (terms == null || derived.isEmpty()) {
        return terms;
      }
      String language = derived.get().language();
      Terms text = super.terms(Schema.text(language));
      return switch (derived.get().kind()) {
        case PAIRS -> PairTerms.of(terms, text, frequent.get().of(language), docs);
        case HEADLINE -> new PartTerms(text, new int[docs], PartTerms.ends(terms, docs));
        case OPENING -> {
          Terms headlines = super.terms(Schema.headline(language));
          int[] belowHeadlines = PartTerms.ends(headlines, docs);
          yield new PartTerms(text, belowHeadlines, PartTerms.ends(terms, docs));
        }
      };
    }
  }
}
