package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The parameters of a program that measures without JMH, told to it as JMH is told its own: {@code
 * -p corpus=FILE -p articles=1000}.
 *
 * @param values the values by name
 */
record Parameters(SequencedMap<String, String> values) {
  private static final String OPTION = "-p";

  /** Copies the values. */
  Parameters {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /** Returns all parameters that there are, with their usual values, each as {@code name=value}. */
  static Parameters usually(String... pairs) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    for (String pair : pairs) {
      String[] sides = pair.split("=", 2);
      values.put(sides[0], sides[1]);
    }
    return new Parameters(values);
  }

  /**
   * Returns these parameters with other values for some.
   *
   * @param words what was told
   * @throws IllegalArgumentException if that is no list of {@code -p name=value}, or has a name
   *     that is not among these
   */
  Parameters with(List<String> words) {
    SequencedMap<String, String> changed = new LinkedHashMap<>(values);
    for (int i = 0; i < words.size(); i += 2) {
      String pair = i + 1 < words.size() ? words.get(i + 1) : "";
      String[] sides = pair.split("=", 2);
      if (!words.get(i).equals(OPTION) || sides.length < 2 || !changed.containsKey(sides[0])) {
        throw new IllegalArgumentException(
            "parameters are told as -p name=value, with a name of %s, but there is \"%s\""
                .formatted(values.keySet(), (words.get(i) + " " + pair).strip()));
      }
      changed.put(sides[0], sides[1]);
    }
    return new Parameters(changed);
  }

  /** Returns these parameters with another value for one. */
  Parameters with(String name, String value) {
    return with(List.of(OPTION, name + "=" + value));
  }

  /** Returns these parameters as {@link #with(List)} takes them. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    values.forEach((name, value) -> words.addAll(List.of(OPTION, name + "=" + value)));
    return words;
  }

  /** Returns a value as it was told. */
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "there is no parameter %s, only %s".formatted(name, values.keySet()));
    }
    return value;
  }

  /** Returns what stands between the commas of a value. */
  List<String> list(String name) {
    return List.of(text(name).split(","));
  }

  /**
   * Returns a whole number.
   *
   * @throws IllegalArgumentException if the value is none, or is less than the least
   */
  long whole(String name, long least) {
    return whole(name, text(name), least);
  }

  /**
   * Returns the whole numbers between the commas of a value.
   *
   * @throws IllegalArgumentException if something else stands there, or a number less than the
   *     least
   */
  List<Long> wholes(String name, long least) {
    return list(name).stream().map(each -> whole(name, each, least)).toList();
  }

  private static long whole(String name, String text, long least) {
    if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least) {
      return Long.parseLong(text);
    }
    throw new IllegalArgumentException(
        "%s must be a whole number of at least %d, but is \"%s\"".formatted(name, least, text));
  }
}
