package yingbao.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of {@code ./yingbao}. */
@Command(
        name = "yingbao",
        mixinStandardHelpOptions = true,
        version = "yingbao 0.1.0",
        resourceBundle = "yingbao.cli.help",
        subcommands = {
            AssessCommand.class,
            SnapshotCommand.class,
            SynthCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            MandatesCommand.class,
            LintCommand.class,
            ExamplesCommand.class,
            PackCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    private static final String LANGUAGE = "--lang";

    @Option(names = LANGUAGE, paramLabel = "zh|en", scope = ScopeType.INHERIT)
    String language = "zh";

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        int code = run(arguments, out, err);
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        Locale locale = language(arguments);
        Locale.setDefault(locale);
        Console console = new Console(out, err, locale);
        int code = new CommandLine(new Main(), new Commands(console))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setAdjustLineBreaksForWideCJKCharacters(true)
                .setResourceBundle(ResourceBundle.getBundle("yingbao.cli.help", locale))
                .setParameterExceptionHandler((misuse, _) -> {
                    err.println(describe(misuse, console));
                    misuse.getCommandLine().usage(err);
                    return Exit.MISUSED.code();
                })
                .setExecutionExceptionHandler((failure, _, _) -> {
                    if (failure instanceof Refusal refusal) {
                        err.println(refusal.getMessage());
                        return Exit.MISUSED.code();
                    }
                    failure.printStackTrace(err);
                    return Exit.BROKEN.code();
                })
                .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static String describe(ParameterException misuse, Console console) {
        return switch (misuse) {
            case MissingParameterException missing ->
                console.text(
                        "usage.missing",
                        missing.getMissing().stream()
                                .map(argument -> argument instanceof OptionSpec option
                                        ? option.longestName()
                                        : argument.paramLabel())
                                .collect(Collectors.joining(" ")));
            case UnmatchedArgumentException unmatched ->
                console.text("usage.unknown", String.join(" ", unmatched.getUnmatched()));
            default -> String.valueOf(misuse.getMessage());
        };
    }

    /** The language decides the help texts, so it is needed before picocli reads the arguments. */
    private static Locale language(String[] arguments) {
        String joined = " " + String.join(" ", arguments).replace(LANGUAGE + "=", LANGUAGE + " ") + " ";
        return joined.contains(" " + LANGUAGE + " en ") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
