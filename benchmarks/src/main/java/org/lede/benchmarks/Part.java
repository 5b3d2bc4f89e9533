package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Benchmarks that JMH runs with the same options.
 *
 * @param benchmarks a pattern of their names
 * @param options what else JMH is told
 */
record Part(String benchmarks, Options options) {
  /**
   * Options of JMH's command line, each with a value.
   *
   * @param values the values by what stands before them: {@code -f}, or {@code -p articles=}
   */
  record Options(Map<String, String> values) {
    private static final String PARAMETER = "-p";

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException if they do not come in pairs
     */
    static Options of(List<String> words) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < words.size(); i += 2) {
        String option = words.get(i);
        if (!option.startsWith("-") || i + 1 == words.size()) {
          throw new IllegalArgumentException(
              "options come in pairs, such as -f 2 or -p corpus=FILE, but this is none: " + option);
        }
        String value = words.get(i + 1);
        int name = option.equals(PARAMETER) ? value.indexOf('=') + 1 : 0;
        values.put(option + " " + value.substring(0, name), value.substring(name));
      }
      return new Options(values);
    }

    /** Returns these options and those of others that are not among these. */
    Options over(Options others) {
      Map<String, String> both = new LinkedHashMap<>(others.values);
      both.putAll(values);
      return new Options(both);
    }

    private List<String> words() {
      List<String> words = new ArrayList<>();
      values.forEach((option, value) -> words.addAll(List.of((option + value).split(" ", 2))));
      return words;
    }
  }

  /** Reads a pattern and options, with spaces between. */
  static Part of(String text) {
    List<String> words = List.of(text.split(" "));
    return new Part(words.getFirst(), Options.of(words.subList(1, words.size())));
  }

  /** Returns this with options for what it does not say. */
  Part over(Options others) {
    return new Part(benchmarks, options.over(others));
  }

  /** Returns this with options that replace what it says. */
  Part under(Options others) {
    return new Part(benchmarks, others.over(options));
  }

  /** Returns what JMH is told on its command line. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(options.words());
    arguments.add(benchmarks);
    return arguments;
  }
}
