package yingbao.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;

/** {@code yingbao lint PACK}: every fault of a pack, and every label without its English, with file, line and column. */
@Command(name = "lint", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "PACK", defaultValue = "jilin")
    String pack = "jilin";

    LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (PackReader.read(Packs.folder(pack))) {
            case PackReader.Reading.Accepted(Pack read) -> {
                List<Fault> open = PackReader.openWords(Packs.folder(pack));
                if (!open.isEmpty()) {
                    yield found(open);
                }
                console.print(console.text(
                        "lint.clean",
                        read.title(),
                        read.programmes().size(),
                        read.parameters().size(),
                        read.catalogue().household().size()
                                + read.catalogue().person().size(),
                        read.examples().size(),
                        read.version()));
                yield Exit.DONE.code();
            }
            case PackReader.Reading.Refused refused -> found(refused.faults());
        };
    }

    private int found(List<Fault> faults) {
        faults.forEach(fault -> console.print(console.fault(fault)));
        console.complain(console.text("lint.faults", faults.size()));
        return Exit.FOUND.code();
    }
}
