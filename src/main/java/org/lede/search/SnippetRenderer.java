package org.lede.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lede.search.Snippet.Span;

/**
 * Makes of a {@link Snippet} a text with marks for some place where it is shown.
 *
 * <p>An article may hold anything, and whoever wrote it may have meant harm. Every renderer lets
 * none of it become live: the only markup that comes out is its own. In all of them, line breaks,
 * tabs and other control characters become spaces, so that a text is one line, without space at its
 * ends; what turns the direction of writing for the text that follows is left out. A phrase is
 * marked as one, and so are words without anything between them.
 *
 * <pre>{@code
 * SnippetRenderer html = SnippetRenderer.html();
 * hit.snippets().forEach(snippet -> page.append("<p>").append(html.render(snippet)).append("</p>"));
 * }</pre>
 */
public final class SnippetRenderer {
  private static final Set<String> ELEMENTS = Set.of("b", "em", "i", "mark", "span", "strong", "u");

  private static final Pattern CLASSES = Pattern.compile("[A-Za-z][\\w-]*( [A-Za-z][\\w-]*)*");

  private static final String MARKDOWN_PUNCTUATION = "!#$()*+-.:=@[\\]^_`{|}~";

  private static final String WORD_JOINER = "\u2060";

  private final UnaryOperator<String> escape;
  private final String before;
  private final String after;
  private final boolean wordByWord;

  private SnippetRenderer(
      UnaryOperator<String> escape, String before, String after, boolean wordByWord) {
    this.escape = escape;
    this.before = before;
    this.after = after;
    this.wordByWord = wordByWord;
  }

  /**
   * Returns a renderer for HTML, which puts {@code <mark>} around what was looked for.
   *
   * <p>The text can stand in an element or in an attribute between quotes. It must not go where
   * HTML is not all that is read: into a script, a style, an address, or a template.
   *
   * @return the renderer
   */
  public static SnippetRenderer html() {
    return new SnippetRenderer(SnippetRenderer::escapedForHtml, "<mark>", "</mark>", false);
  }

  /**
   * Returns a renderer for HTML that marks with an element of your choice.
   *
   * @param element its name: {@code b}, {@code em}, {@code i}, {@code mark}, {@code span}, {@code
   *     strong} or {@code u}
   * @param classes its classes, with a space between; empty for none
   * @return the renderer
   * @throws IllegalArgumentException if it is another element, or a class is not a letter followed
   *     by letters of a to z, digits, hyphens and underscores
   */
  public static SnippetRenderer html(String element, String classes) {
    if (!ELEMENTS.contains(element)) {
      throw new IllegalArgumentException(
          "what was found can be marked with the elements %s, but not with \"%s\""
              .formatted(ELEMENTS.stream().sorted().toList(), element));
    }
    if (!classes.isEmpty() && !CLASSES.matcher(classes).matches()) {
      throw new IllegalArgumentException(
          "a class must be a letter followed by letters of a to z, digits, - and _, but is \"%s\""
              .formatted(classes));
    }
    String attribute = classes.isEmpty() ? "" : " class=\"" + classes + "\"";
    return new SnippetRenderer(
        SnippetRenderer::escapedForHtml,
        "<" + element + attribute + ">",
        "</" + element + ">",
        false);
  }

  /**
   * Returns a renderer for terminals, which shows what was looked for in bold yellow.
   *
   * @return the renderer
   */
  public static SnippetRenderer ansi() {
    return marked("\u001B[1;33m", "\u001B[0m");
  }

  /**
   * Returns a renderer for Markdown (CommonMark, and that of GitHub), which shows what was looked
   * for in bold.
   *
   * <p>Addresses are not linked: where a reader of Markdown would find one by itself, a character
   * without width ({@code U+2060}) is put into it.
   *
   * @return the renderer
   */
  public static SnippetRenderer markdown() {
    return new SnippetRenderer(SnippetRenderer::escapedForMarkdown, "**", "**", false);
  }

  /**
   * Returns a renderer for plain text, such as a log, that puts something around what was looked
   * for. Nothing in the text is escaped, so it may hold these marks as well.
   *
   * @param before what to put before it
   * @param after what to put behind it
   * @return the renderer
   */
  public static SnippetRenderer marked(String before, String after) {
    return new SnippetRenderer(UnaryOperator.identity(), before, after, false);
  }

  /**
   * Marks each word of a phrase, rather than the phrase as one: for text that is broken into lines
   * afterwards.
   *
   * @return a changed copy
   */
  public SnippetRenderer wordByWord() {
    return new SnippetRenderer(escape, before, after, true);
  }

  /**
   * Renders a snippet.
   *
   * @param snippet the snippet
   * @return its text, escaped, with marks
   * @throws IndexOutOfBoundsException if a span is not in the text
   */
  public String render(Snippet snippet) {
    String text = snippet.text();
    StringBuilder rendered = new StringBuilder(text.length() + 32);
    int end = 0;
    for (Span span : joined(marked(snippet.spans()))) {
      String found = safe(text.substring(span.start(), span.end()));
      rendered.append(safe(text.substring(end, span.start())));
      rendered.append(found.isBlank() ? found : before + found + after);
      end = span.end();
    }
    return rendered.append(safe(text.substring(end))).toString().strip();
  }

  /**
   * Renders a text in which nothing is marked, such as the headline of an article.
   *
   * @param text the text
   * @return the text, escaped
   */
  public String render(String text) {
    return safe(text).strip();
  }

  private List<Span> marked(List<Span> spans) {
    return wordByWord
        ? spans.stream()
            .flatMap(span -> span.words().isEmpty() ? Stream.of(span) : span.words().stream())
            .toList()
        : spans;
  }

  /** Makes one of spans that touch, as words do in languages without spaces. */
  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      boolean touches = !joined.isEmpty() && joined.getLast().end() == span.start();
      int start = touches ? joined.removeLast().start() : span.start();
      joined.add(new Span(start, span.end(), List.of()));
    }
    return joined;
  }

  private String safe(String text) {
    return escape.apply(visible(text));
  }

  /** Returns a text without what is not seen but does something. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        visible.append(' ');
      } else if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        visible.append(pair ? text.substring(i, i + 2) : "\uFFFD");
        i += pair ? 1 : 0;
      } else if (!turnsDirection(c)) {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  /** Tells whether a character turns the direction of all that follows, and not of itself only. */
  private static boolean turnsDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  private static String escapedForHtml(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'', '`', '=' -> escaped.append("&#").append((int) c).append(';');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String escapedForMarkdown(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> {
          escaped.append(MARKDOWN_PUNCTUATION.indexOf(c) >= 0 ? "\\" : "").append(c);
          escaped.append(isInAddress(text, i) ? WORD_JOINER : "");
        }
      }
    }
    return escaped.toString();
  }

  /** Tells whether a character is one by which addresses are known that are not marked as such. */
  private static boolean isInAddress(String text, int i) {
    return text.charAt(i) == '@'
        || text.startsWith("://", i)
        || text.regionMatches(true, i - 2, "www.", 0, 4);
  }
}
