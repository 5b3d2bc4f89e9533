package org.lede.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lede.Facet;
import org.lede.query.Query;

/** A reason why a search does not return an article. Each has a text for people. */
public sealed interface Miss {
  /**
   * There is no such article.
   *
   * @param id the id that was asked about
   */
  record NoSuchArticle(String id) implements Miss {
    @Override
    public String text() {
      return "there is no article " + id + " in the index";
    }
  }

  /**
   * The article does not match a clause that it must match.
   *
   * @param clause the smallest clause that says so: of words that must all be there, the one that
   *     is missing
   * @param from where the clause stands
   */
  record Unmatched(Query clause, From from) implements Miss {
    @Override
    public String text() {
      return "it does not match %s of the %s".formatted(clause, from.text());
    }
  }

  /**
   * The article matches a clause that it must not match.
   *
   * @param clause the clause that is excluded
   * @param from where the clause stands
   */
  record Excluded(Query clause, From from) implements Miss {
    @Override
    public String text() {
      return "it matches %s, which the %s excludes".formatted(clause, from.text());
    }
  }

  /**
   * The article was published outside a span of time, or has no date.
   *
   * @param span the span
   * @param published when it was published, if that is known
   * @param from where the span stands
   */
  record OutOfTime(Query.Published span, Optional<Instant> published, From from) implements Miss {
    @Override
    public String text() {
      return "%s, and the %s asks for %s"
          .formatted(
              published.map(time -> "it was published at " + time).orElse("it has no date"),
              from.text(),
              span);
    }
  }

  /**
   * The article is about none of the values selected in a facet.
   *
   * @param facet the facet
   * @param selected the values selected
   * @param values the values that the article is about
   */
  record NotSelected(Facet facet, Set<String> selected, Set<String> values) implements Miss {
    /** Makes a reason of copies of the values. */
    public NotSelected {
      selected = Set.copyOf(selected);
      values = Set.copyOf(values);
    }

    @Override
    public String text() {
      return "of %s, %s is selected, but it is about %s"
          .formatted(
              facet,
              String.join(" or ", selected.stream().sorted().toList()),
              values.isEmpty() ? "none" : String.join(", ", values.stream().sorted().toList()));
    }
  }

  /**
   * The article is found, but comes after the hits that the search returns.
   *
   * @param rank its place among all hits, from 1; {@link #BEYOND} if it is further down than is
   *     looked
   * @param limit how many hits the search returns
   */
  record RankedLower(int rank, int limit) implements Miss {
    /** Stands for a rank that is not known. */
    public static final int BEYOND = Integer.MAX_VALUE;

    @Override
    public String text() {
      return rank == BEYOND
          ? "it is found, but is further down than the first %,d hits".formatted(Search.MAX_LIMIT)
          : "it is found as number %,d, but the search returns %,d hits".formatted(rank, limit);
    }
  }

  /** Which part of a search a clause is of. */
  enum From {
    /** The query. */
    QUERY,
    /** The filter. */
    FILTER;

    String text() {
      return this == QUERY ? "query" : "filter";
    }
  }

  /**
   * Returns the reason in words.
   *
   * @return the rest of a sentence about the article
   */
  String text();

  /**
   * Returns several reasons in words.
   *
   * @param reasons the reasons
   * @return a sentence for each, apart by line breaks; that it is found, if there is none
   */
  static String text(List<Miss> reasons) {
    return reasons.isEmpty()
        ? "it is found, and among the hits returned"
        : String.join("\n", reasons.stream().map(Miss::text).toList());
  }
}
