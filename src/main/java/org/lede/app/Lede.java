package org.lede.app;

import java.io.PrintWriter;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lede.LedeException;
import org.lede.QueryNotUnderstood;
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
      ExplainCommand.class,
      SuggestCommand.class,
      ShowCommand.class,
      StatsCommand.class,
      OptimizeCommand.class,
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

  private static final int WRONG_USAGE = 2;

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
        .setAllowOptionsAsOptionParameters(true) // such as a cursor that starts with a hyphen
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Terminal.WIDTH)
        .setParameterExceptionHandler(Lede::tellUsage)
        .setExecutionExceptionHandler(Lede::tell);
  }

  /** Tells what is wrong with the arguments, in a few lines, so that it can be seen. */
  private static int tellUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("lede: " + Terminal.visible(String.valueOf(failure.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.print(command.getHelp().fullSynopsis());
    err.println("For all of it:  %s --help".formatted(command.getCommandSpec().qualifiedName()));
    return WRONG_USAGE;
  }

  /** Tells a failure in one line; only a mistake of the program itself comes with a stack trace. */
  private static int tell(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof QueryNotUnderstood) {
      command.getErr().println("lede: " + Terminal.visible(message(failure)));
      return WRONG_USAGE;
    }
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

  /** Turns a wrong value of an option into a message on how to use the command. */
  static <T> T checked(CommandSpec command, Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns what to write to, with colours as asked for. */
  static Terminal terminal(CommandSpec command) {
    PrintWriter out = command.commandLine().getOut();
    return new Terminal(out, ((Lede) command.root().userObject()).colour.ansi());
  }
}
