package yingbao.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, giving each the console. */
final class Commands implements IFactory {
    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object command = switch (type.getSimpleName()) {
            case "AssessCommand" -> new AssessCommand(console);
            case "SnapshotCommand" -> new SnapshotCommand(console);
            case "SynthCommand" -> new SynthCommand(console);
            case "ExplainCommand" -> new ExplainCommand(console);
            case "CompareCommand" -> new CompareCommand(console);
            case "MandatesCommand" -> new MandatesCommand(console);
            case "LintCommand" -> new LintCommand(console);
            case "ExamplesCommand" -> new ExamplesCommand(console);
            case "PackCommand" -> new PackCommand(console);
            default -> CommandLine.defaultFactory().create(type);
        };
        return type.cast(command);
    }
}
