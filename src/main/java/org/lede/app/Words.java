package org.lede.app;

import java.util.List;
import java.util.stream.Stream;
import org.lede.query.Query;

/** The texts that a query ranks by. */
final class Words {
  private Words() {}

  /** Returns the parts of a query that look for words, those left out that must not be there. */
  static List<Query> of(Query query) {
    return parts(query).toList();
  }

  private static Stream<Query> parts(Query query) {
    return switch (query) {
      case Query.Words words -> Stream.of(words);
      case Query.Phrase phrase -> Stream.of(phrase);
      case Query.Prefix prefix -> Stream.of(prefix);
      case Query.Wildcard wildcard -> Stream.of(wildcard);
      case Query.Fuzzy fuzzy -> Stream.of(fuzzy);
      case Query.Near(var left, var right, var distance, var inOrder) ->
          Stream.concat(parts(left), parts(right));
      case Query.Same(var left, var right, var unit) -> Stream.concat(parts(left), parts(right));
      case Query.AtLeast(var many, var times) -> parts(many);
      case Query.In(var zone, var inner) -> parts(inner);
      case Query.AllOf(var parts) -> parts.stream().flatMap(Words::parts);
      case Query.AnyOf(var parts) -> parts.stream().flatMap(Words::parts);
      case Query.Not not -> Stream.empty();
      case Query.About about -> Stream.empty();
      case Query.Mentions mentions -> Stream.empty();
      case Query.Salient salient -> Stream.empty();
      case Query.Published published -> Stream.empty();
      case Query.Like like -> Stream.empty();
      case Query.Everything everything -> Stream.empty();
    };
  }
}
