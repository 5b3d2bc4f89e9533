package org.lede.app;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.search.FacetRequest;
import org.lede.search.Interval;
import org.lede.search.Search;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What to count of the articles found. */
final class CountOptions {
  @Option(
      names = "--facets",
      paramLabel = "FACETS",
      split = ",",
      defaultValue = "country,organisation,topic",
      description =
          "The facets to count, with commas between; ${DEFAULT-VALUE} unless told; '' for none.")
  List<String> facets;

  @Option(
      names = "--facet-size",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "The most values of each, or below each value of a tree; ${DEFAULT-VALUE} unless told.")
  int size;

  @Option(
      names = "--tree",
      paramLabel = "LEVELS",
      description = "Shows facets that are trees, such as topic, as trees of so many levels.")
  int levels;

  @Option(
      names = "--mentions",
      description = "Counts articles that only mention a value in passing as well.")
  boolean mentions;

  @Option(names = "--by-name", description = "Orders values by name rather than by count.")
  boolean byName;

  @Option(
      names = "--timeline",
      paramLabel = "INTERVAL",
      description = "Counts by time as well: by day, week, month or year.")
  @Nullable Interval interval;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneReader.class,
      description =
          "Where the days of the timeline begin and end, such as Europe/Berlin; UTC unless told.")
  @Nullable ZoneId zone;

  /**
   * Asks for the counts.
   *
   * @throws IllegalArgumentException if an option has a wrong value
   */
  Search counted(Search search, KnownFacets known) {
    List<Facet> counted = facets.stream().filter(name -> !name.isBlank()).map(known::find).toList();
    check(counted);
    Search with =
        search
            .facetSize(size)
            .facets(counted.stream().map(this::request).toArray(FacetRequest[]::new));
    return interval == null ? with : with.timeline(interval, zone == null ? ZoneOffset.UTC : zone);
  }

  private void check(List<Facet> counted) {
    if (levels != 0 && counted.stream().noneMatch(Facet::hierarchical)) {
      throw new IllegalArgumentException(
          "none of the facets counted is a tree; leave out --tree, or count one that is, such as"
              + " topic");
    }
    if (zone != null && interval == null) {
      throw new IllegalArgumentException(
          "--zone is for a timeline; add one, such as --timeline day");
    }
  }

  private FacetRequest request(Facet facet) {
    FacetRequest request = FacetRequest.of(facet);
    request = mentions ? request.mentions() : request;
    request = byName ? request.byName() : request;
    return facet.hierarchical() && levels != 0 ? request.tree(levels) : request;
  }

  /** Reads a time zone. */
  static final class ZoneReader implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "\"%s\" is no time zone; write it as Europe/Berlin, UTC or +02:00".formatted(text));
      }
    }
  }
}
