package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/**
 * Says what made-up articles are about: real countries, made-up organisations, topics in a tree,
 * each with values that are far more frequent than others.
 */
final class MadeUpTags {
  static final int ORGANISATIONS = 20_000;

  /** Countries by ISO 3166-1, roughly the more often in the news the earlier. */
  static final List<String> COUNTRIES =
      List.of(
          """
          US GB CN RU UA DE FR JP IN IL IR KR CA AU IT ES BR TR SA MX PL NL SE CH TW KP EG SY IQ AF
          PK GR AT BE NO DK FI IE PT CZ HU RO BG RS HR SI SK EE LV LT BY MD GE AM AZ KZ UZ TM KG TJ
          MN VN TH MY SG ID PH MM KH LA BD LK NP BT MV NZ PG FJ AE QA KW BH OM YE JO LB LY TN DZ MA
          MR ML NE TD SD SS ET ER DJ SO KE UG TZ RW BI CD CG GA CM NG GH CI BF TG BJ SN GM GN SL LR
          ZA NA BW ZW ZM MW MZ MG AO LS AR CL UY PY BO PE EC CO VE GY SR PA CR NI HN SV GT
          """
              .strip()
              .split("\\s+"));

  private static final List<String> FIELDS =
      List.of("economy", "politics", "technology", "telecoms", "science", "society", "sport");
  private static final List<String> BRANCHES = List.of("policy", "business", "people", "research");
  private static final List<String> TWIGS = List.of("regulation", "finance", "labour");
  private static final String[] ENDINGS =
      "Group,Bank,Telecom,Institute,Agency,Networks,Union,Council,Press,Energy,Authority,Labs"
          .split(",");

  private static final double LEAST_SALIENCE = 0.1;

  private final List<Tag> countries = tags(Facet.COUNTRY, COUNTRIES);
  private final List<Tag> topics = tags(Facet.TOPIC, topics());
  private final List<Tag> organisations;
  private final Skewed country = Skewed.zipf(COUNTRIES.size(), 1, 3);
  private final Skewed topic = Skewed.zipf(topics.size(), 0.8, 2);
  private final Skewed organisation = Skewed.zipf(ORGANISATIONS, 0.9, 5);

  MadeUpTags(long seed) {
    organisations = tags(Facet.ORGANISATION, organisations(new SplittableRandom(seed)));
  }

  private static List<Tag> tags(Facet facet, List<String> values) {
    return values.stream().map(value -> Tag.of(facet, value)).toList();
  }

  /** Returns 119 paths: each field, its branches, and their twigs. */
  static List<String> topics() {
    List<String> paths = new ArrayList<>();
    for (String field : FIELDS) {
      paths.add(field);
      for (String branch : BRANCHES) {
        paths.add(field + "/" + branch);
        TWIGS.forEach(twig -> paths.add(field + "/" + branch + "/" + twig));
      }
    }
    return paths;
  }

  private static List<String> organisations(SplittableRandom random) {
    MadeUpWords words = new MadeUpWords(random);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < ORGANISATIONS) {
      names.add(words.name() + " " + words.any(ENDINGS));
    }
    return List.copyOf(names);
  }

  /** Adds 1 to 5 countries, 1 to 8 organisations and 1 to 3 topics, all with a salience. */
  void addTo(Article.Builder article, SplittableRandom random) {
    add(article, countries, country, number(0.5, 5, random), random);
    add(article, organisations, organisation, number(0.6, 8, random), random);
    add(article, topics, topic, number(0.4, 3, random), random);
  }

  private static int number(double chanceOfOneMore, int most, SplittableRandom random) {
    int number = 1;
    while (number < most && random.nextDouble() < chanceOfOneMore) {
      number++;
    }
    return number;
  }

  private static void add(
      Article.Builder article,
      List<Tag> values,
      Skewed place,
      int number,
      SplittableRandom random) {
    for (int i = 0; i < number; i++) {
      Tag value = values.get(place.next(random));
      article.tag(new Tag(value.facet(), value.value(), salience(i, random)));
    }
  }

  /** What is named first is mostly the subject, what comes later mostly named in passing. */
  private static double salience(int place, SplittableRandom random) {
    double least = place == 0 ? 0.4 : LEAST_SALIENCE;
    double salience = least + (1 - least) * random.nextDouble() / (place < 2 ? 1 : 2);
    return Math.round(salience * 100) / 100.0;
  }
}
