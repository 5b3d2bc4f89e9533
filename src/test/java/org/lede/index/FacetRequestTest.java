package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lede.Facet.COUNTRY;
import static org.lede.Facet.ORGANISATION;
import static org.lede.Facet.TOPIC;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Budget;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Node;
import org.lede.search.FacetCounts.Value;
import org.lede.search.FacetRequest;
import org.lede.search.Search;
import org.lede.search.SearchResult;

class FacetRequestTest {
  private static final FacetRequest ORGANISATIONS = FacetRequest.of(ORGANISATION);
  private static final FacetRequest COUNTRIES = FacetRequest.of(COUNTRY);
  private static final FacetRequest TOPICS = FacetRequest.of(TOPIC);

  private final ArticleIndex index = ArticleIndex.inMemory();
  private int articles;

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void findsAValueByItsStartAndWithMistakes() {
    addOrganisations("Vodafone", "Orange", "Vodacom Tanzania");

    assertThat(values(ORGANISATIONS.typed("vodaf")))
        .containsExactly("Vodafone", "Vodacom Tanzania");
    assertThat(values(ORGANISATIONS.typed("vodafnoe"))).containsExactly("Vodafone");
    assertThat(values(ORGANISATIONS.typed("tanz"))).containsExactly("Vodacom Tanzania");
    assertThat(values(ORGANISATIONS.typed("oragne"))).containsExactly("Orange");
    assertThat(values(ORGANISATIONS.typed("range"))).containsExactly("Orange"); // the O is missing
    assertThat(values(ORGANISATIONS.typed("ran"))).isEmpty(); // too short for a mistake
    assertThat(values(ORGANISATIONS.typed("phone"))).isEmpty();
  }

  @Test
  void eachWordTypedIsTheStartOfSomeWord() {
    addOrganisations("Bank of England", "Bank of Japan", "England Rugby");

    assertThat(values(ORGANISATIONS.typed("bank eng"))).containsExactly("Bank of England");
    assertThat(values(ORGANISATIONS.typed("eng ba"))).containsExactly("Bank of England");
    assertThat(values(ORGANISATIONS.typed("eng")))
        .containsExactly("Bank of England", "England Rugby");
  }

  @Test
  void caseAndAccentsDoNotMatter() {
    addOrganisations("Société Générale", "ŁÓDŹ", "Роскомнадзор", "Straßenbahn");

    assertThat(values(ORGANISATIONS.typed("GENERA"))).containsExactly("Société Générale");
    assertThat(values(ORGANISATIONS.typed("lodz"))).containsExactly("ŁÓDŹ");
    assertThat(values(ORGANISATIONS.typed("роском"))).containsExactly("Роскомнадзор");
    assertThat(values(ORGANISATIONS.typed("strasse"))).containsExactly("Straßenbahn");
  }

  @Test
  void whatStartsExactlySoComesFirst() {
    addOrganisations("Vodacom", "Vodacom", "Vodafone");

    assertThat(values(ORGANISATIONS.typed("vodaf"))).containsExactly("Vodafone", "Vodacom");
    assertThat(values(ORGANISATIONS.typed("vodac"))).containsExactly("Vodacom", "Vodafone");
  }

  @Test
  void textWithoutLettersFindsAllValues() {
    addOrganisations("Ofcom", "ITU");

    assertThat(values(ORGANISATIONS.typed("?!"))).containsExactly("ITU", "Ofcom");
  }

  @Test
  void findsOnlyValuesOfWhatIsFound() {
    index.add(article().headline("Roaming").organisation("Vodafone").build());
    index.add(article().headline("Football").organisation("Vodacom").build());

    FacetRequest typed = ORGANISATIONS.typed("voda");
    FacetCounts counts = index.search(Search.of(Query.words("roaming")).facets(typed)).facet(typed);

    assertThat(counts.values()).containsExactly(new Value("Vodafone", "Vodafone", 1, false));
    assertThat(counts.distinct()).isEqualTo(1);
  }

  @Test
  void findsACountryByItsNameInTheLanguageOfTheReaderInEnglishAndByCode() {
    index.add(article().country("DE").build());
    index.add(article().country("IR").build());
    FacetRequest german = COUNTRIES.in(Locale.GERMAN);

    assertThat(counts(german.typed("deut")).values())
        .containsExactly(new Value("DE", "Deutschland", 1, false));
    assertThat(values(german.typed("germ"))).containsExactly("DE");
    assertThat(values(german.typed("de"))).containsExactly("DE");
    assertThat(values(COUNTRIES.typed("deut"))).isEmpty();
  }

  @Test
  void ordersByNameAsTheLanguageDoes() {
    List.of("AT", "DE", "DZ", "ZA").forEach(code -> index.add(article().country(code).build()));

    assertThat(labels(COUNTRIES.byName()))
        .containsExactly("Algeria", "Austria", "Germany", "South Africa");
    assertThat(labels(COUNTRIES.byName().in(Locale.GERMAN)))
        .containsExactly("Algerien", "Deutschland", "Österreich", "Südafrika");
    assertThat(labels(COUNTRIES.byName().size(2))).containsExactly("Algeria", "Austria");
  }

  @Test
  void countsMentionsApart() {
    index.add(article().country("IR").country("RU", 0.2).build());
    index.add(article().country("IR", 0.1).build());
    FacetRequest mentioned = COUNTRIES.mentions();

    SearchResult result = index.search(everything().facets(COUNTRIES, mentioned));

    assertThat(result.facet(COUNTRIES).values()).containsExactly(new Value("IR", "Iran", 1, false));
    assertThat(result.facet(mentioned).values())
        .containsExactly(new Value("IR", "Iran", 2, false), new Value("RU", "Russia", 1, false));
  }

  @Test
  void countsMentionsSidewaysToo() {
    index.add(article().country("IR").country("RU", 0.2).build());
    index.add(article().country("DE").build());
    FacetRequest mentioned = COUNTRIES.mentions();

    SearchResult result = index.search(everything().selected(COUNTRY, "IR").facets(mentioned));

    assertThat(result.ids()).containsExactly("1");
    assertThat(result.facet(mentioned).values())
        .containsExactly(
            new Value("DE", "Germany", 1, false),
            new Value("IR", "Iran", 1, true),
            new Value("RU", "Russia", 1, false));
  }

  @Test
  void returnsTheTopOfATree() {
    addTopics(
        "net/law/eu",
        "net/law/us",
        "net/law",
        "net/cables",
        "net/cables",
        "net/a",
        "tax",
        "tax/vat");
    addTopics("z");

    assertThat(values(TOPICS.tree(1).size(2))).containsExactly("net", "tax");
    assertThat(values(TOPICS.tree(2).size(2)))
        .containsExactly("net", "net/law", "net/cables", "tax", "tax/vat");
    assertThat(values(TOPICS.tree(3).size(1))).containsExactly("net", "net/law", "net/law/eu");
    assertThat(values(TOPICS.tree(2).byName().size(2)))
        .containsExactly("net", "net/a", "net/cables", "tax", "tax/vat");
    assertThat(counts(TOPICS.tree(2).size(2)).tree())
        .extracting(node -> node.value().value())
        .containsExactly("net", "tax");
  }

  @Test
  void aSelectedValueIsInTheTreeWhereverItStands() {
    addTopics("net/law", "net/law", "net/cables/sea");
    FacetRequest tree = TOPICS.tree(2).size(1);

    FacetCounts counts =
        index.search(everything().selected(TOPIC, "net/cables/sea").facets(tree)).facet(tree);

    Value sea = new Value("net/cables/sea", "sea", 1, true);
    assertThat(counts.values())
        .containsExactly(
            new Value("net", "net", 3, false), new Value("net/law", "law", 2, false), sea);
    assertThat(counts.tree())
        .containsExactly(
            new Node(
                counts.values().get(0),
                List.of(new Node(counts.values().get(1), List.of()), new Node(sea, List.of()))));
  }

  @Test
  void aTreeShowsTheWayToWhatWasTyped() {
    addTopics("net/censorship", "net/law", "telecoms/law", "tax");

    assertThat(values(TOPICS.tree(2).typed("cens"))).containsExactly("net", "net/censorship");
    assertThat(values(TOPICS.tree(2).typed("cesnor"))).containsExactly("net", "net/censorship");
    assertThat(values(TOPICS.tree(1).typed("cens"))).isEmpty();
    assertThat(values(TOPICS.typed("law"))).containsExactly("net/law", "telecoms/law");
  }

  @Test
  void oneFacetCanBeAskedForInSeveralWays() {
    addOrganisations("Vodafone", "Orange", "Orange");
    FacetRequest typed = ORGANISATIONS.typed("voda");

    SearchResult result = index.search(everything().facets(ORGANISATIONS, typed).facetSize(1));

    assertThat(result.facets()).hasSize(2);
    assertThat(result.facet(ORGANISATIONS).values())
        .extracting(Value::value)
        .containsExactly("Orange");
    assertThat(result.facet(typed).values()).extracting(Value::value).containsExactly("Vodafone");
  }

  @Test
  void refusesAFacetThatItDoesNotKnow() {
    Facet desk = Facet.named("desk");

    assertThatThrownBy(() -> index.search(everything().facets(desk)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no article of this index has a tag of the facet desk; add one first, or use one of"
                + " [country, organisation, topic, source, language]");
    assertThatThrownBy(() -> index.search(everything().selected(desk, "Night")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the facet desk");

    index.add(article().tag(Tag.of(desk, "Night")).build());
    assertThat(values(FacetRequest.of(desk))).containsExactly("Night");
  }

  @Test
  void refusesAFacetOfAnotherShape() {
    index.add(article().tag(Tag.of(Facet.named("desk"), "Night")).build());

    assertThatThrownBy(() -> index.search(everything().facets(Facet.hierarchical("desk"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the facet desk is flat in this index, but the search asks for a hierarchical one;"
                + " make it with Facet.named");
  }

  @Test
  void refusesMoreThanTheBudgetAllows() {
    Budget budget = new Budget(100, 10, 10, 10, 10, 10, 20, 30);
    try (ArticleIndex small = ArticleIndex.inMemory(IndexSettings.defaults().withBudget(budget))) {
      small.search(everything().limit(20).facets(COUNTRIES.size(30)));

      assertThatThrownBy(() -> small.search(everything().limit(21)))
          .isInstanceOf(BudgetExceeded.class)
          .hasMessage(
              "a search may return at most 20 hits, but this one asks for 21; ask for fewer, or"
                  + " raise the page size of the budget");
      assertThatThrownBy(() -> small.search(everything().facets(COUNTRIES.size(31))))
          .isInstanceOf(BudgetExceeded.class)
          .hasMessage(
              "a search may return at most 30 values of a facet, but this one asks for 31 of"
                  + " country; ask for fewer, or raise the facet values of the budget");
      assertThatThrownBy(() -> small.search(everything().facets(COUNTRY).facetSize(31)))
          .isInstanceOf(BudgetExceeded.class);
    }
  }

  private void addOrganisations(String... names) {
    for (String name : names) {
      index.add(article().organisation(name).build());
    }
  }

  private void addTopics(String... paths) {
    for (String path : paths) {
      index.add(article().topic(path).build());
    }
  }

  private Article.Builder article() {
    return Article.builder("" + ++articles);
  }

  private static Search everything() {
    return Search.of(Query.everything());
  }

  private FacetCounts counts(FacetRequest request) {
    return index.search(everything().facets(request)).facet(request);
  }

  private List<String> values(FacetRequest request) {
    return counts(request).values().stream().map(Value::value).toList();
  }

  private List<String> labels(FacetRequest request) {
    return counts(request).values().stream().map(Value::label).toList();
  }
}
