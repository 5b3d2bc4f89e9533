package org.lede.search;

import java.util.Locale;
import java.util.function.Consumer;
import org.lede.Facet;

/**
 * Which values of a facet to count, and which of them to return.
 *
 * <p>Immutable: each method returns a changed copy.
 *
 * @param facet the facet
 * @param counted which of its articles count for a value
 * @param order in which order values come
 * @param size how many values to return at most; of a tree, how many below each value; {@link
 *     #UNSAID} for as many as the search says
 * @param depth how many levels of a tree to return, each value below the one it belongs to; 0 for
 *     the values of all levels side by side
 * @param typed only values that this may be the {@linkplain #typed(String) start} of; all values,
 *     if it has no letter or digit
 * @param locale the language in which values are named, ordered by name, and typed
 */
public record FacetRequest(
    Facet facet,
    Counted counted,
    ValueOrder order,
    int size,
    int depth,
    String typed,
    Locale locale) {
  /** Stands for as many values as the search says. */
  public static final int UNSAID = -1;

  /** The longest text that may be typed to find values, in characters (UTF-16 units). */
  public static final int MAX_TYPED_LENGTH = 200;

  /** Which articles count for a value. */
  public enum Counted {
    /** Those about it. */
    ABOUT,
    /** Those that at least mention it, those about it included. */
    MENTIONS
  }

  /** In which order values come. */
  public enum ValueOrder {
    /** The highest count first, equal ones by value. */
    COUNT,
    /** By name, as the language of the request sorts names; those of the same name by value. */
    NAME
  }

  /**
   * Makes a request.
   *
   * @throws IllegalArgumentException if size or depth is out of range, the typed text is too long,
   *     or a tree is asked for of a flat facet
   */
  public FacetRequest {
    if (size < UNSAID || size > Search.MAX_FACET_SIZE) {
      throw new IllegalArgumentException(
          "the size of a facet must be from 0 to %,d, but is %,d"
              .formatted(Search.MAX_FACET_SIZE, size));
    }
    if (depth < 0 || depth > Facet.MAX_LEVELS) {
      throw new IllegalArgumentException(
          "the depth of a tree must be from 0 to %d, but is %d".formatted(Facet.MAX_LEVELS, depth));
    }
    if (depth > 0 && !facet.hierarchical()) {
      throw new IllegalArgumentException(
          "the facet %s is flat, so there is no tree of it; leave out tree(%d)"
              .formatted(facet, depth));
    }
    if (typed.length() > MAX_TYPED_LENGTH) {
      throw new IllegalArgumentException(
          "what is typed to find values may have at most %d characters, but has %,d"
              .formatted(MAX_TYPED_LENGTH, typed.length()));
    }
  }

  /**
   * Asks for the values that the most articles are about.
   *
   * @param facet the facet
   * @return the request
   */
  public static FacetRequest of(Facet facet) {
    return new Draft(facet).request();
  }

  /**
   * Counts passing mentions as well. What is selected in a facet is left out of these counts too,
   * though a selection is always of articles <i>about</i> its values.
   *
   * @return a changed copy
   */
  public FacetRequest mentions() {
    return with(draft -> draft.counted = Counted.MENTIONS);
  }

  /**
   * Orders values by name.
   *
   * @return a changed copy
   */
  public FacetRequest byName() {
    return with(draft -> draft.order = ValueOrder.NAME);
  }

  /**
   * Sets how many values to return.
   *
   * @param most the most values, or the most below each value of a tree
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public FacetRequest size(int most) {
    return with(draft -> draft.size = most);
  }

  /**
   * Returns how many values to return.
   *
   * @param otherwise how many the search says
   * @return the most values
   */
  public int sizeOr(int otherwise) {
    return size == UNSAID ? otherwise : size;
  }

  /**
   * Asks for a tree: the values of the first level, each followed by those directly below it, and
   * so on. The size is that of every level: {@code size(3).tree(2)} are the three best values, each
   * with its three best.
   *
   * @param levels how many levels, from 1 to {@value Facet#MAX_LEVELS}
   * @return a changed copy
   * @throws IllegalArgumentException if the facet is flat or the number is out of range
   */
  public FacetRequest tree(int levels) {
    return with(draft -> draft.depth = levels);
  }

  /**
   * Returns only values that a text may be the start of, as a search box has it: {@code vodaf} and
   * {@code vodafnoe} find Vodafone, {@code bank eng} finds Bank of England.
   *
   * <p>Every word of the text must be the start of some word of the value, its label or its English
   * label, wherever it stands; case and accents do not matter. One letter may be wrong in a word of
   * four letters or more, two in one of eight or more: too many, missing, another one, or swapped
   * with the next. Values that start exactly so come first, each sort in the order asked for. Of a
   * tree, the values above are returned too, as the way to these.
   *
   * @param text what somebody has typed so far
   * @return a changed copy
   * @throws IllegalArgumentException if the text is too long
   */
  public FacetRequest typed(String text) {
    return with(draft -> draft.typed = text);
  }

  /**
   * Sets the language in which values are named, ordered by name, and typed.
   *
   * @param language the language; English unless told
   * @return a changed copy
   */
  public FacetRequest in(Locale language) {
    return with(draft -> draft.locale = language);
  }

  private FacetRequest with(Consumer<Draft> change) {
    Draft draft = new Draft(facet);
    draft.counted = counted;
    draft.order = order;
    draft.size = size;
    draft.depth = depth;
    draft.typed = typed;
    draft.locale = locale;
    change.accept(draft);
    return draft.request();
  }

  /** A request that can be changed, so that each method above names only what it changes. */
  private static final class Draft {
    private final Facet facet;
    private Counted counted = Counted.ABOUT;
    private ValueOrder order = ValueOrder.COUNT;
    private int size = UNSAID;
    private int depth;
    private String typed = "";
    private Locale locale = Locale.ENGLISH;

    private Draft(Facet facet) {
      this.facet = facet;
    }

    private FacetRequest request() {
      return new FacetRequest(facet, counted, order, size, depth, typed, locale);
    }
  }
}
