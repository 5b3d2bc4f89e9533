package org.lede.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/**
 * Draws charts as SVG with Apache ECharts, which is written in JavaScript and so is run by Rhino.
 *
 * <p>Not with a library in Java, because those measure text with the fonts of the system, and a
 * server often has none. Not in the browser, because then there would be no picture for a README.
 */
final class Charts implements AutoCloseable {
  private static final String LIBRARY =
      "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";
  private static final String LOOKS = "charts.js";

  /** The colours of {@value #LOOKS}, and what each is when it is dark. */
  private static final SequencedMap<String, String> DARK = new LinkedHashMap<>();

  static {
    DARK.put("#1f2328", "#e6edf3");
    DARK.put("#59636e", "#9198a1");
    DARK.put("#d8dee4", "#3d444d");
    DARK.put("#ffffff", "#151b23");
    DARK.put("#8c959f", "#7d8590");
    DARK.put("#0a6fc2", "#4c9df0");
    DARK.put("#d1660a", "#f0883e");
    DARK.put("#1a7f37", "#3fb950");
    DARK.put("#8250df", "#a987f5");
    DARK.put("#bf3989", "#e368b0");
  }

  private final Context context = Context.enter();
  private final ScriptableObject scope = context.initStandardObjects();

  private Charts() {
    context.setLanguageVersion(Context.VERSION_ES6);
    context.setInterpretedMode(true); // the library is too large for classes of the JVM
  }

  /** Opens the library, to be closed on the same thread. */
  static Charts open() throws IOException {
    Charts charts = new Charts();
    charts.run(LOOKS);
    charts.run(LIBRARY);
    return charts;
  }

  private void run(String resource) throws IOException {
    try (InputStream in = Charts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not on the class path");
      }
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      context.evaluateString(scope, script, resource, 1, null);
    }
  }

  /** Draws how many times as fast as its rivals Lede is. */
  String bars(String description, List<Bars> groups) throws IOException {
    return draw("bars", description, groups);
  }

  /** Draws small charts beside and below each other. */
  String panels(String description, List<Panel> panels) throws IOException {
    return draw("panels", description, panels);
  }

  private String draw(String function, String description, Object data) throws IOException {
    scope.put("input", scope, new ObjectMapper().writeValueAsString(data));
    String call = function + "(JSON.parse(input))";
    return finished(
        Context.toString(context.evaluateString(scope, call, function, 1, null)), description);
  }

  /** Takes out what is for mice, and puts in what is for the dark and for those who cannot see. */
  private static String finished(String svg, String description) {
    String label = Html.escaped(description);
    return svg.replaceAll(" (class|ecmeta_\\w+)=\"[^\"]*\"", "")
        .replaceAll("(?s)<style.*?</style>", "")
        .replaceFirst("<svg ", "<svg role=\"img\" aria-label=\"%s\" ".formatted(label))
        .replaceFirst(">", "><style>%s</style>".formatted(darkColours()));
  }

  private static String darkColours() {
    StringBuilder rules = new StringBuilder("@media screen and (prefers-color-scheme: dark) {");
    for (Map.Entry<String, String> colour : DARK.entrySet()) {
      for (String property : List.of("fill", "stroke")) {
        rules.append(
            "[%1$s='%2$s']{%1$s:%3$s}".formatted(property, colour.getKey(), colour.getValue()));
      }
    }
    return rules.append("}").toString();
  }

  @Override
  public void close() {
    Context.exit();
  }
}
