package yingbao.platform.trials;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.EnteredView;
import yingbao.platform.programmes.StandardEntry;
import yingbao.platform.programmes.Standards;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/** Makes a proposal of a scenario: a standard for each county that it changes, entered to be confirmed by somebody else. */
@Service
class Proposing {
    private static final int COUNTIES_MAX = 100;

    private final Trials trials;
    private final Standards standards;

    Proposing(Trials trials, Standards standards) {
        this.trials = trials;
        this.standards = standards;
    }

    /**
     * The document that sets what is proposed.
     *
     * @param from the first day that it holds
     * @param parameter which of the parameters that the scenario changes
     */
    record NewProposal(
            @NotNull @Size(max = 80) String parameter,
            @NotNull LocalDate from,
            @NotNull @Size(min = 1, max = 120) String documentTitle,
            @NotNull @Size(min = 1, max = 60) String documentNumber,
            @NotNull LocalDate documentDate) {}

    /**
     * Enters the values that a scenario gives a parameter on a day, for each county of the caller's where they are others than
     * now; all of them or none.
     *
     * @throws Refusal {@code trials.nothing-to-propose}, and whatever is refused of a standard that is entered by hand
     */
    @Transactional
    List<EnteredView> propose(ScenarioId id, NewProposal given) {
        Trials.requireRight();
        ScenarioView scenario = trials.find(id);
        Tried tried = trials.tried(scenario.asked());
        Parameter after = tried.after()
                .parameter(given.parameter())
                .filter(_ -> tried.moved().contains(given.parameter()))
                .orElseThrow(() -> Refusal.at("/parameter", "trials.parameter-unknown", given.parameter()));
        Pack present = trials.present();
        List<EnteredView> entered = new ArrayList<>();
        for (Area area : present.areas().all(after.level(), given.from())) {
            if (!Callers.current().scope().contains(area.code())) {
                continue;
            }
            Optional<Setting.Stated> value = Standing.stated(tried.after(), after, area.code(), given.from());
            if (value.isPresent() && !value.map(Setting.Stated::value).equals(now(present, given, area.code()))) {
                entered.add(standards.enter(entry(scenario, given, after, area.code(), value.get())));
            }
            if (entered.size() > COUNTIES_MAX) {
                throw Refusal.conflict("trials.too-many", COUNTIES_MAX);
            }
        }
        if (entered.isEmpty()) {
            throw Refusal.conflict("trials.nothing-to-propose", given.from());
        }
        return entered;
    }

    private static Optional<Value.Whole> now(Pack present, NewProposal given, AreaCode area) {
        return present.parameter(given.parameter())
                .flatMap(parameter -> Standing.stated(present, parameter, area, given.from()))
                .map(Setting.Stated::value);
    }

    private static StandardEntry entry(
            ScenarioView scenario, NewProposal given, Parameter parameter, AreaCode area, Setting.Stated value) {
        long number = value.value().value();
        return new StandardEntry(
                given.parameter(),
                area.digits(),
                parameter.symbol().unit().isMoney() ? Money.ofFen(number).yuan() : Long.toString(number),
                given.from(),
                Optional.empty(),
                given.documentTitle(),
                given.documentNumber(),
                given.documentDate(),
                scenario.name());
    }
}
