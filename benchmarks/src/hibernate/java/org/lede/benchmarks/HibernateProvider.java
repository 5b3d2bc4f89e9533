package org.lede.benchmarks;

/** Hibernate Search with its backend on Lucene, which it embeds. */
public final class HibernateProvider extends LoadedProvider {
  /** Makes a provider; the service loader does. */
  public HibernateProvider() {
    super("hibernate", "HibernatePeer");
  }

  /** There is no predicate for words near each other in any order. Passages are not set up. */
  @Override
  public boolean can(Question.Kind kind, Wanted wanted) {
    return kind != Question.Kind.NEAR && wanted != Wanted.SNIPPETS;
  }

  /** The aggregation of terms does not say how many there are. */
  @Override
  public boolean countsValues() {
    return false;
  }
}
