package yingbao.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.decide.Mandates;
import yingbao.policy.decide.Mandates.Finding;
import yingbao.policy.decide.Mandates.Verdict;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Pack;

/** {@code yingbao mandates}: what the policy demands of the standards, county by county and year by year. */
@Command(name = "mandates", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class MandatesCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--pack", paramLabel = "PACK")
    String pack = "jilin";

    @Option(names = "--all")
    boolean all;

    MandatesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pack read = Packs.read(pack, console);
        List<Finding> findings = new Mandates(read).check();
        for (Mandate mandate : read.mandates()) {
            List<Finding> ofMandate = findings.stream()
                    .filter(finding -> finding.mandate().equals(mandate))
                    .toList();
            print(read, mandate, ofMandate);
        }
        boolean broken = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.BROKEN);
        return broken ? Exit.FOUND.code() : Exit.DONE.code();
    }

    private void print(Pack read, Mandate mandate, List<Finding> findings) {
        console.print(console.text(
                "mandates.title",
                mandate.title(),
                String.join("；", mandate.cites().stream().map(read::cited).toList())));
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        TextTable table = new TextTable(List.of(
                console.text("mandates.year"),
                console.text("mandates.area"),
                ">" + console.text("mandates.value"),
                ">" + console.text("mandates.floor"),
                console.text("mandates.verdict"),
                console.text("mandates.sources")));
        for (Finding finding : findings) {
            counts.merge(finding.verdict(), 1, Integer::sum);
            if (all || finding.verdict() != Verdict.NO_DATA) {
                table.add(List.of(
                        Integer.toString(finding.year()),
                        finding.area().name(),
                        finding.value(),
                        finding.floor(),
                        console.text("mandates." + finding.verdict().name()),
                        String.join("；", finding.sources())));
            }
        }
        if (table.lines().size() > 1) {
            table.lines().forEach(line -> console.print("  " + line));
        }
        console.print("  "
                + console.text(
                        "mandates.counts",
                        counts.getOrDefault(Verdict.KEPT, 0),
                        counts.getOrDefault(Verdict.BROKEN, 0),
                        counts.getOrDefault(Verdict.NO_DATA, 0)));
        console.print("");
    }
}
