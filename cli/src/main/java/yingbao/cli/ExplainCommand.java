package yingbao.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Explanation;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.register.Origin;
import yingbao.policy.register.RegisteredHousehold;

/** {@code yingbao explain}: one household, every programme, clause by clause. */
@Command(name = "explain", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final String NAME = "name";

    private final Console console;
    private final Registers registers;

    @Option(names = "--in", paramLabel = "FOLDER", required = true)
    Path in = Path.of(".");

    @Option(names = "--household", paramLabel = "ID", required = true)
    String household = "";

    @Option(names = "--on", paramLabel = "YYYY-MM-DD")
    @Nullable
    String on;

    @Option(names = "--json")
    boolean json;

    @Option(names = "--pack", paramLabel = "PACK")
    String pack = "jilin";

    ExplainCommand(Console console) {
        this.console = console;
        this.registers = new Registers(console);
    }

    @Override
    public Integer call() {
        LocalDate day = on == null ? Today.date() : registers.date(on);
        Pack read = Packs.read(pack, console);
        Registers.Read register = registers.read(in, read, day);
        Optional<RegisteredHousehold> found = register.intake().register().find(household);
        if (found.isEmpty()) {
            throw new Refusal(whyNot(register));
        }
        List<Explanation> explanations = explain(read, day, found.get());
        if (json) {
            console.print(Graphs.explanations(read, explanations));
        } else {
            console.print(console.text(
                    "explain.header",
                    household,
                    read.areas().path(found.get().area(), day),
                    day.toString(),
                    read.title(),
                    read.version()));
            console.print("");
            new ExplanationText(read, console).overview(explanations).forEach(line -> console.print("  " + line));
            console.print("");
            for (Explanation explanation : explanations) {
                new ExplanationText(read, console).lines(explanation).forEach(console::print);
            }
        }
        return Exit.DONE.code();
    }

    /** A household that is not there, or one whose rows have to be mended first. */
    private String whyNot(Registers.Read register) {
        if (register.faults().isEmpty()) {
            return console.text("explain.no-household", household);
        }
        StringBuilder why = new StringBuilder(console.text("explain.no-household", household));
        why.append(System.lineSeparator()).append(console.text("explain.held-back", household));
        register.faults().stream()
                .limit(20)
                .forEach(
                        fault -> why.append(System.lineSeparator()).append("  ").append(registers.describe(fault)));
        return why.toString();
    }

    private List<Explanation> explain(Pack pack, LocalDate day, RegisteredHousehold registered) {
        Map<Facts, Origin> origins = new HashMap<>();
        origins.put(registered.facts(), registered.origin());
        for (int member = 0; member < registered.members().size(); member++) {
            origins.put(
                    registered.members().get(member), registered.memberOrigins().get(member));
        }
        Explainer explainer = new Explainer(pack, ExplainCommand::name, facts -> place(origins.get(facts)));
        Engine engine = new Engine(pack, day);
        Household family = new Household(registered.area(), registered.facts(), registered.members());
        Assessment assessment = engine.assess(family);
        List<Explanation> explanations = new ArrayList<>();
        for (Programme programme : engine.programmes()) {
            for (int holder : Engine.holders(programme, family)) {
                explanations.add(explainer.explain(assessment, programme, holder));
            }
        }
        return explanations;
    }

    private static String name(Facts facts) {
        return facts.given(NAME)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .map(Value.Text::value)
                .orElse(facts.id());
    }

    private String place(@Nullable Origin origin) {
        return origin == null ? "" : console.text("explain.place", origin.file(), Long.toString(origin.row()));
    }
}
