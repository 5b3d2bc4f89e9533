package org.lede.index;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the terms of a field, and looks them up among the {@link KnownTerms} first. Only if
 * that does not suffice is the one below made, which takes a microsecond alone.
 */
final class KnownTermsEnum extends BaseTermsEnum {
  private final Terms terms;
  private final KnownTerms.Field known;

  /** The one below, as soon as it is needed. */
  private @Nullable TermsEnum files;

  /** The number of the known term that this stands at; negative if it stands where the files do. */
  private int number = -1;

  KnownTermsEnum(Terms terms, KnownTerms.Field known) {
    this.terms = terms;
    this.known = known;
  }

  private boolean find(BytesRef wanted) {
    number = known.find(wanted);
    return isKnown();
  }

  private boolean isKnown() {
    return number >= 0;
  }

  /** Returns the one below, which from now on tells where this stands. */
  private TermsEnum files() throws IOException {
    number = -1;
    return made();
  }

  private TermsEnum made() throws IOException {
    if (files == null) {
      files = terms.iterator();
    }
    return files;
  }

  /**
   * Returns the one below, at the term that this stands at; it may not know the terms next to it.
   */
  private TermsEnum filesHere() throws IOException {
    TermsEnum here = made();
    if (isKnown()) {
      here.seekExact(known.term(number), known.known(number).state());
    }
    return here;
  }

  @Override
  public boolean seekExact(BytesRef wanted) throws IOException {
    return find(wanted) || files().seekExact(wanted);
  }

  @Override
  public @Nullable IOBooleanSupplier prepareSeekExact(BytesRef wanted) throws IOException {
    return find(wanted) ? () -> true : files().prepareSeekExact(wanted);
  }

  @Override
  public void seekExact(BytesRef wanted, TermState state) throws IOException {
    files().seekExact(wanted, state);
  }

  @Override
  public SeekStatus seekCeil(BytesRef wanted) throws IOException {
    return files().seekCeil(wanted);
  }

  @Override
  public void seekExact(long ord) throws IOException {
    files().seekExact(ord);
  }

  @Override
  public @Nullable BytesRef next() throws IOException {
    int here = number;
    TermsEnum all = files();
    if (here >= 0) {
      all.seekCeil(known.term(here)); // only so does it know what comes next
    }
    return all.next();
  }

  @Override
  public BytesRef term() throws IOException {
    return isKnown() ? known.term(number) : files().term();
  }

  @Override
  public long ord() throws IOException {
    return filesHere().ord();
  }

  @Override
  public int docFreq() throws IOException {
    return isKnown() ? known.known(number).docs() : files().docFreq();
  }

  @Override
  public long totalTermFreq() throws IOException {
    return isKnown() ? known.known(number).times() : files().totalTermFreq();
  }

  @Override
  public TermState termState() throws IOException {
    return isKnown() ? known.known(number).state() : files().termState();
  }

  @Override
  public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
    return filesHere().postings(reuse, flags);
  }

  @Override
  public ImpactsEnum impacts(int flags) throws IOException {
    return filesHere().impacts(flags);
  }
}
