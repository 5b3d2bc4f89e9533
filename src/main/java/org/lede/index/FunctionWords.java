package org.lede.index;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.util.BytesRef;

/**
 * The words of each language that say how others belong together rather than what a text is about,
 * such as "the" and "of". They are found as all others are, but count less.
 *
 * <p>They are the stop words that Lucene has for each language; for English, for which it has few,
 * more of the same kinds: articles, pronouns, prepositions, conjunctions, auxiliary verbs.
 */
final class FunctionWords {
  private static final List<String> ENGLISH =
      List.of(
          """
          a about above after again against all also am an and any are as at be because been before
          being below between both but by can could did do does doing down during each few for from
          further had has have having he her here hers him his how i i'm if in into is it its just may
          me might more most must my no nor not now of off on once only or other our out over own same
          she should so some such than that the their them then there these they this those through to
          too under until up very was we were what when where which while who whom why will with would
          you your
          """
              .strip()
              .split("\\s+"));

  private static final Map<String, Supplier<CharArraySet>> OF_LUCENE =
      Map.ofEntries(
          entry("ar", ArabicAnalyzer::getDefaultStopSet),
          entry("bg", BulgarianAnalyzer::getDefaultStopSet),
          entry("bn", BengaliAnalyzer::getDefaultStopSet),
          entry("ca", CatalanAnalyzer::getDefaultStopSet),
          entry("ckb", SoraniAnalyzer::getDefaultStopSet),
          entry("cs", CzechAnalyzer::getDefaultStopSet),
          entry("da", DanishAnalyzer::getDefaultStopSet),
          entry("de", GermanAnalyzer::getDefaultStopSet),
          entry("el", GreekAnalyzer::getDefaultStopSet),
          entry("es", SpanishAnalyzer::getDefaultStopSet),
          entry("et", EstonianAnalyzer::getDefaultStopSet),
          entry("eu", BasqueAnalyzer::getDefaultStopSet),
          entry("fa", PersianAnalyzer::getDefaultStopSet),
          entry("fi", FinnishAnalyzer::getDefaultStopSet),
          entry("fr", FrenchAnalyzer::getDefaultStopSet),
          entry("ga", IrishAnalyzer::getDefaultStopSet),
          entry("gl", GalicianAnalyzer::getDefaultStopSet),
          entry("hi", HindiAnalyzer::getDefaultStopSet),
          entry("hu", HungarianAnalyzer::getDefaultStopSet),
          entry("hy", ArmenianAnalyzer::getDefaultStopSet),
          entry("id", IndonesianAnalyzer::getDefaultStopSet),
          entry("it", ItalianAnalyzer::getDefaultStopSet),
          entry("ja", CJKAnalyzer::getDefaultStopSet),
          entry("ko", CJKAnalyzer::getDefaultStopSet),
          entry("lt", LithuanianAnalyzer::getDefaultStopSet),
          entry("lv", LatvianAnalyzer::getDefaultStopSet),
          entry("nb", NorwegianAnalyzer::getDefaultStopSet),
          entry("ne", NepaliAnalyzer::getDefaultStopSet),
          entry("nl", DutchAnalyzer::getDefaultStopSet),
          entry("nn", NorwegianAnalyzer::getDefaultStopSet),
          entry("no", NorwegianAnalyzer::getDefaultStopSet),
          entry("pt", PortugueseAnalyzer::getDefaultStopSet),
          entry("ro", RomanianAnalyzer::getDefaultStopSet),
          entry("ru", RussianAnalyzer::getDefaultStopSet),
          entry("sr", SerbianAnalyzer::getDefaultStopSet),
          entry("sv", SwedishAnalyzer::getDefaultStopSet),
          entry("ta", TamilAnalyzer::getDefaultStopSet),
          entry("te", TeluguAnalyzer::getDefaultStopSet),
          entry("th", ThaiAnalyzer::getDefaultStopSet),
          entry("tr", TurkishAnalyzer::getDefaultStopSet),
          entry("zh", CJKAnalyzer::getDefaultStopSet));

  private FunctionWords() {}

  /**
   * Returns the function words of one of {@link Languages#all} as they are written; none for {@link
   * Languages#OTHER}.
   */
  static Collection<String> of(String language) {
    if (language.equals("en")) {
      return ENGLISH;
    }
    Supplier<CharArraySet> words = OF_LUCENE.get(language);
    return words == null
        ? List.of()
        : words.get().stream().map(word -> new String((char[]) word)).toList();
  }

  /** Returns the function words of a language as it has them in the index, each one word there. */
  static Set<BytesRef> analysed(String language, TextAnalysis analysis) {
    Set<BytesRef> words = new HashSet<>();
    for (String word : of(language)) {
      List<Token> tokens = Token.of(word, Schema.text(language), analysis);
      if (tokens.size() == 1) {
        words.add(tokens.getFirst().term());
      }
    }
    return words;
  }
}
