package yingbao.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import yingbao.policy.decide.GoldenCases;
import yingbao.policy.pack.Pack;

/** {@code yingbao examples PACK}: runs the golden cases and shows what came out otherwise. */
@Command(name = "examples", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class ExamplesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "PACK", defaultValue = "jilin")
    String pack = "jilin";

    ExamplesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pack read = Packs.read(pack, console);
        List<GoldenCases.Difference> differences = GoldenCases.run(read);
        for (GoldenCases.Difference difference : differences) {
            console.print(difference.example().location() + ": "
                    + difference.example().name());
            console.print("  " + console.text("examples.expected", difference.expected()));
            console.print("  " + console.text("examples.actual", difference.actual()));
        }
        int total = read.examples().size();
        console.print(console.text("examples.summary", total - differences.size(), total));
        return differences.isEmpty() ? Exit.DONE.code() : Exit.FOUND.code();
    }
}
