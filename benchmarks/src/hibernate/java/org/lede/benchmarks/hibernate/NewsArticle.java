package org.lede.benchmarks.hibernate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.benchmarks.IndexedArticle;

/** An article as an entity of Hibernate Search, whose annotations say how it is indexed. */
@SearchEntity
@Indexed(index = NewsArticle.INDEX)
final class NewsArticle {
  static final String INDEX = "articles";
  static final String TEXT = "text";
  static final String PUBLISHED = "published";
  static final String MONTH = "month";
  static final String ORDER = "order";

  @DocumentId
  @KeywordField(name = ORDER, sortable = Sortable.YES, searchable = Searchable.NO)
  final String id;

  @FullTextField(name = TEXT, analyzer = EnglishAnalyzer.NAME)
  final List<String> text;

  @GenericField(name = PUBLISHED, sortable = Sortable.YES)
  final @Nullable Instant published;

  @KeywordField(name = MONTH, aggregable = Aggregable.YES)
  final @Nullable String month;

  // named like the facets of Lede

  @KeywordField(aggregable = Aggregable.YES)
  final Set<String> country;

  @KeywordField(aggregable = Aggregable.YES)
  final Set<String> organisation;

  @KeywordField(aggregable = Aggregable.YES)
  final Set<String> topic;

  @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
  final List<String> stored;

  private NewsArticle(Article article, IndexedArticle indexed) {
    id = article.id();
    text = indexed.text();
    published = article.published().orElse(null);
    month = IndexedArticle.month(article).orElse(null);
    country = indexed.about("country");
    organisation = indexed.about("organisation");
    topic = indexed.about("topic");
    stored = List.copyOf(IndexedArticle.stored(article).values());
  }

  static NewsArticle of(Article article) {
    return new NewsArticle(article, IndexedArticle.of(article));
  }
}
