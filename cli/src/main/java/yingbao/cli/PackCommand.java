package yingbao.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import yingbao.policy.pack.Pack;

/** {@code yingbao pack PACK}: the pack as a document, or its rules as graphs. */
@Command(name = "pack", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "PACK", defaultValue = "jilin")
    String pack = "jilin";

    @Option(names = "--json")
    boolean json;

    PackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pack read = Packs.read(pack, console);
        if (json) {
            console.print(Graphs.rules(read));
        } else {
            new PackDocument(read).lines().forEach(console::print);
        }
        return Exit.DONE.code();
    }
}
