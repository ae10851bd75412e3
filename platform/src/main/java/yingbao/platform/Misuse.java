package yingbao.platform;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command as it was given, and how to mend it, in both languages. */
final class Misuse {
    private Misuse() {}

    static String text(ParameterException misuse) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        return switch (misuse) {
            case UnmatchedArgumentException unmatched ->
                "不认识“" + String.join(" ", unmatched.getUnmatched()) + "”，请用 " + command + " --help 查看可用的选项。\n"
                        + "Unknown: " + String.join(" ", unmatched.getUnmatched()) + "; " + command
                        + " --help lists the options.";
            case ParameterException wrong
            when wrong.getArgSpec() instanceof OptionSpec option && wrong.getValue() != null ->
                wrong(option, wrong.getValue());
            default -> String.valueOf(misuse.getMessage());
        };
    }

    private static String wrong(OptionSpec option, String value) {
        return "选项 " + option.longestName() + " 的值“" + value + "”不对，应为：" + String.join(" ", option.description()) + "\n"
                + "The value of " + option.longestName() + " is not " + option.paramLabel() + ": " + value;
    }
}
