package org.lede.app;

import org.lede.query.Query;

/** Whether there is anything to rank by. */
final class Words {
  private Words() {}

  /** Tells whether a query looks for words, other than what must not be there. */
  static boolean areIn(Query query) {
    return switch (query) {
      case Query.Words words -> true;
      case Query.Phrase phrase -> true;
      case Query.Prefix prefix -> true;
      case Query.Wildcard wildcard -> true;
      case Query.Fuzzy fuzzy -> true;
      case Query.Near near -> true;
      case Query.Same same -> true;
      case Query.AtLeast often -> true;
      case Query.In(var zone, var inner) -> areIn(inner);
      case Query.AllOf(var parts) -> parts.stream().anyMatch(Words::areIn);
      case Query.AnyOf(var parts) -> parts.stream().anyMatch(Words::areIn);
      case Query.Not not -> false;
      case Query.About about -> false;
      case Query.Mentions mentions -> false;
      case Query.Salient salient -> false;
      case Query.Published published -> false;
      case Query.Like like -> true;
      case Query.Everything everything -> false;
    };
  }
}
