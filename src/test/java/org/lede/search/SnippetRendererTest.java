package org.lede.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.query.Zone;
import org.lede.search.Snippet.Span;

class SnippetRendererTest {
  private static final Snippet PHRASE =
      snippet(
          "An internet blackout began.",
          new Span(3, 20, List.of(word(3, 11), word(12, 20))),
          word(21, 26));

  /** What people have tried to get into a page, a terminal or a document. */
  private static final List<String> TRICKS =
      List.of(
          "<script>alert(1)</script>",
          "</mark><script>alert(1)</script><mark>",
          "<ScRiPt\n>alert(1)</sCrIpT >",
          "<scr<script>ipt>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<img src=x onerror=alert(1)//",
          "<svg/onload=alert(1)>",
          "<svg><animate onbegin=alert(1) attributeName=x>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<iframe srcdoc='<script>alert(1)</script>'>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
          "<form action=//evil.example><input name=q autofocus onfocus=alert(1)>",
          "<base href=//evil.example>",
          "<meta http-equiv=refresh content='0;url=//evil.example'>",
          "<style>@import '//evil.example'</style>",
          "<plaintext>",
          "<textarea>",
          "<title>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<b",
          "<",
          "<!-- comment",
          "--><script>alert(1)</script>",
          "<!--[if IE]><script>alert(1)</script><![endif]-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "]]><script>alert(1)</script>",
          "<?php echo 1 ?>",
          "<%= 1 %>",
          "<!DOCTYPE html>",
          "\" onmouseover=\"alert(1)",
          "' onmouseover='alert(1)",
          "` onmouseover=`alert(1)",
          " onmouseover=alert(1) x",
          "\"><script>alert(1)</script>",
          "'-alert(1)-'",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;",
          "&#x3c;script&#x3e;",
          "&amp;lt;",
          "&#106avascript:alert(1)",
          "&NewLine;&Tab;",
          "%3Cscript%3E",
          "\\u003cscript\\u003e",
          "+ADw-script+AD4-",
          "\uFF1Cscript\uFF1E",
          "[click](javascript:alert(1))",
          "[click](<javascript:alert(1)>)",
          "[click](data:text/html;base64,PHNjcmlwdD4=)",
          "[click]( https://evil.example \"title\")",
          "![alt](https://evil.example/pixel.png)",
          "[![alt](x)](y)",
          "[click][1]\n\n[1]: javascript:alert(1)",
          "[1]: https://evil.example 'title'",
          "[click]\n[click]: https://evil.example",
          "[^1]: note",
          "<http://evil.example>",
          "<mailto:a@evil.example>",
          "http://evil.example/path?q=1",
          "HTTPS://EVIL.EXAMPLE",
          "www.evil.example",
          "a@evil.example",
          "mailto:a@evil.example",
          "xmpp:a@evil.example/x",
          "`code`",
          "``` js\nalert(1)\n```",
          "~~~\ncode\n~~~",
          "    indented code",
          "\tindented code",
          "# heading",
          "heading\n===",
          "heading\n---",
          "===",
          "---",
          "***",
          "___",
          "> quote",
          "- item",
          "* item",
          "+ item",
          "1. item",
          "1) item",
          "- [x] task",
          "| a | b |\n|---|---|\n| 1 | 2 |",
          "**bold** __bold__ *i* _i_ ~~gone~~ ==mark==",
          "$$x^2$$ $x$ \\(x\\) \\[x\\]",
          ":smile: ::: note",
          "{{7*7}} {% raw %} ${7*7} #{7*7}",
          "{: .class}",
          "@someone #123 owner/repo#1",
          "line one\nline two\r\nline three",
          "hard break  \nand\\\nanother",
          "\\",
          "\\\\<b>",
          "\\*",
          "\0",
          "<\0script>",
          "java\0script:",
          "\u0008\u0008\u0008",
          "\u007F",
          "\uFEFF<script>",
          "\uD83D",
          "\uDE00",
          "\uD83D<script>\uDE00",
          "\u202Egpj.exe",
          "\u202A\u202B\u202C\u202D",
          "\u2066\u2067\u2068\u2069",
          "\u2028alert(1)\u2029",
          "\u0085next line",
          "\u001B[2J",
          "\u001B[31mred\u001B[0m",
          "\u001B]0;title\u0007",
          "\u001B]8;;https://evil.example\u001B\\link\u001B]8;;\u001B\\",
          "\u001B]52;c;ZXZpbA==\u0007",
          "\u001BP+q\u001B\\",
          "\u001Bc",
          "\u009B2J",
          "\u009D8;;https://evil.example\u009Clink",
          "\u0090\u0098\u009E\u009F\u009C",
          "\rovertyped",
          "a\bb");

  @Test
  void marksAPhraseOnceAndAWordOnce() {
    assertThat(SnippetRenderer.html().render(PHRASE))
        .isEqualTo("An <mark>internet blackout</mark> <mark>began</mark>.");
    assertThat(SnippetRenderer.ansi().render(PHRASE))
        .isEqualTo("An \u001B[1;33minternet blackout\u001B[0m \u001B[1;33mbegan\u001B[0m.");
    assertThat(SnippetRenderer.markdown().render(PHRASE))
        .isEqualTo("An **internet blackout** **began**\\.");
    assertThat(SnippetRenderer.marked("[", "]").render(PHRASE))
        .isEqualTo("An [internet blackout] [began].");
  }

  @Test
  void marksEachWordOfAPhraseIfToldTo() {
    assertThat(SnippetRenderer.marked("[", "]").wordByWord().render(PHRASE))
        .isEqualTo("An [internet] [blackout] [began].");
  }

  @Test
  void marksWithAnElementOfYourChoice() {
    assertThat(SnippetRenderer.html("b", "").render(PHRASE))
        .startsWith("An <b>internet blackout</b>");
    assertThat(SnippetRenderer.html("span", "hit found-1").render(PHRASE))
        .startsWith("An <span class=\"hit found-1\">internet blackout</span>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "a", "style", "b onclick=x", "B", "", "b>"})
  void marksWithNoElementThatCouldDoSomething(String element) {
    assertThatThrownBy(() -> SnippetRenderer.html(element, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but not with \"%s\"", element);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a\" onclick=\"b", " a", "a  b", "1", "a>b", "a\n"})
  void takesNoClassThatCouldBeMore(String classes) {
    assertThatThrownBy(() -> SnippetRenderer.html("b", classes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a class must be");
  }

  @Test
  void keepsWhatScriptsNeed() {
    String text = "می\u200Cشود — «1» \uD83D\uDE00 e\u0301 \u05D0\u200F!";

    assertThat(SnippetRenderer.html().render(text)).isEqualTo(text);
    assertThat(SnippetRenderer.ansi().render(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void leavesNothingLiveInHtml(String trick) {
    placed(trick).forEach(SnippetRendererTest::checkHtml);
  }

  private static void checkHtml(Snippet snippet) {
    String html = SnippetRenderer.html().render(snippet);

    String text = html.replace("<mark>", "").replace("</mark>", "");
    assertThat(text).doesNotContainPattern("[<>\"'`=\\p{Cntrl}\\x{80}-\\x{9F}]");
    assertThat(text.replaceAll("&(amp|lt|gt|quot|#39|#96|#61);", "")).doesNotContain("&");
    assertThat(html).matches("(?s)([^<]*<mark>[^<]*</mark>)*[^<]*");
    assertThat(unescaped(text).strip()).isEqualTo(SnippetRenderer.marked("", "").render(snippet));
    checkDirections(html);
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void leavesNothingLiveInATerminal(String trick) {
    placed(trick).forEach(SnippetRendererTest::checkATerminal);
  }

  private static void checkATerminal(Snippet snippet) {
    String ansi = SnippetRenderer.ansi().render(snippet);

    String text = ansi.replace("\u001B[1;33m", "").replace("\u001B[0m", "");
    assertThat(text).doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}]");
    checkDirections(ansi);
  }

  /** With every escape taken away, nothing that means something in Markdown may be left. */
  @ParameterizedTest
  @MethodSource("tricks")
  void leavesNothingLiveInMarkdown(String trick) {
    placed(trick).forEach(SnippetRendererTest::checkMarkdown);
  }

  private static void checkMarkdown(Snippet snippet) {
    String markdown = SnippetRenderer.markdown().render(snippet);

    String live =
        markdown.replaceAll("\\\\[!-/:-@\\[-`{-~]", "\u0001").replaceAll("&(amp|lt|gt);", "\u0001");
    assertThat(live.replace("**", ""))
        .doesNotContainPattern("[!#$()*+\\-.:=@\\[\\\\\\]^_`{|}~<>&]");
    assertThat(markdown).doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}]");
    assertThat(markdown).doesNotStartWith(" ");
    String read = markdown.replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1");
    assertThat(read)
        .doesNotContainPattern(Pattern.compile("://|www\\.|@\\w", Pattern.CASE_INSENSITIVE));
    checkDirections(markdown);
  }

  static List<String> tricks() {
    return TRICKS;
  }

  /** Returns a trick as all of a text, within one, marked, and with a mark across each end. */
  private static Stream<Snippet> placed(String trick) {
    int length = trick.length();
    Stream<Snippet> whole =
        Stream.of(
            snippet(trick),
            snippet("before " + trick + " after"),
            snippet(trick, word(0, length)),
            snippet("ab" + trick + "cd", word(0, 2), word(2 + length, 4 + length)));
    Stream<Snippet> cut =
        IntStream.range(1, length).mapToObj(at -> snippet(trick, word(0, at), word(at, length)));
    return Stream.concat(whole, cut);
  }

  private static void checkDirections(String rendered) {
    assertThat(rendered).doesNotContainPattern("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    for (int i = 0; i < rendered.length(); i++) {
      assertThat(Character.getType(rendered.codePointAt(i)))
          .as("kind of character %d", i)
          .isNotEqualTo(Character.SURROGATE);
      i += Character.charCount(rendered.codePointAt(i)) - 1;
    }
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#96;", "`")
        .replace("&#61;", "=")
        .replace("&amp;", "&");
  }

  private static Snippet snippet(String text, Span... spans) {
    return new Snippet(Zone.Part.BODY, 0, text, List.of(spans));
  }

  private static Span word(int start, int end) {
    return new Span(start, end, List.of());
  }
}
