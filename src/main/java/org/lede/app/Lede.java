package org.lede.app;

import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lede.LedeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code lede} command. */
@Command(
    name = "lede",
    description =
        "Makes a pile of news articles searchable: full text and phrases, by country, organisation"
            + " and topic.",
    version = "lede 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    subcommands = {
      IndexCommand.class,
      SearchCommand.class,
      ShowCommand.class,
      StatsCommand.class,
      DemoCommand.class
    },
    footer = {
      "",
      "Start with:  lede demo",
      "Exit codes:  0 done, 1 could not work, 2 wrong usage, 3 some articles were rejected"
    })
public final class Lede implements Runnable {
  /** How a command ends that could not do its work. */
  static final int COULD_NOT_WORK = 1;

  /**
   * Lucene tells at every start which instructions it uses; held here, because loggers that nobody
   * holds forget their level.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Spec CommandSpec spec;

  @Option(
      names = "--color",
      description =
          "When to use colours: auto (on a terminal, unless NO_COLOR is set), always, never.",
      paramLabel = "WHEN",
      defaultValue = "auto",
      scope = CommandLine.ScopeType.INHERIT)
  Terminal.Colour colour;

  private Lede() {}

  /**
   * Runs the command and ends the program with its exit code.
   *
   * @param args the arguments
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    LUCENE.setLevel(Level.WARNING);
    return new CommandLine(new Lede())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Terminal.WIDTH)
        .setExecutionExceptionHandler(Lede::tell);
  }

  /** Tells a failure in one line; only a mistake of the program itself comes with a stack trace. */
  private static int tell(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof LedeException
        || failure instanceof java.io.IOException
        || failure instanceof java.io.UncheckedIOException) {
      command.getErr().println("lede: " + message(failure));
      return COULD_NOT_WORK;
    }
    throw failure;
  }

  private static String message(Exception failure) {
    return failure instanceof java.nio.file.NoSuchFileException
        ? "there is no file " + failure.getMessage()
        : String.valueOf(failure.getMessage());
  }

  /** Asks for a command, if there is none. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing, such as index or search");
  }

  /** Returns what to write to, with colours as asked for. */
  static Terminal terminal(CommandSpec command) {
    PrintWriter out = command.commandLine().getOut();
    return new Terminal(out, ((Lede) command.root().userObject()).colour.ansi());
  }
}
