package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;

/** Shows files of households to people, with what their role need not see hidden, and logs who looked. */
@Service
class HouseholdViews {
    private static final String HIDDEN = "●●●";
    private static final int SHOWN_AT_END = 4;

    private final Register register;
    private final RegisterQueries queries;
    private final Pack pack;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;

    HouseholdViews(
            Register register, RegisterQueries queries, Pack pack, Divisions divisions, Audit audit, Today today) {
        this.register = register;
        this.queries = queries;
        this.pack = pack;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
    }

    /** What facts are about, as pages group them. */
    enum FactGroup {
        IDENTITY,
        GENERAL,
        INCOME,
        PROPERTY,
        HEALTH,
        ACCOUNT
    }

    /**
     * A fact as it is shown.
     *
     * @param text the value for people; hidden where {@code hidden} says so
     * @param canOpen whether the caller may ask for the hidden value
     */
    record FactView(
            String name,
            String label,
            FactGroup group,
            Fact.Kind kind,
            String unit,
            String text,
            boolean hidden,
            boolean canOpen,
            String source,
            LocalDate from,
            String evidence,
            Optional<UUID> document) {}

    record MemberView(PersonId id, Register.PersonLine line, String relation, List<FactView> facts) {}

    /** Somebody who belonged to the household once. */
    record FormerMember(Register.PersonLine line, Optional<LocalDate> leftOn) {}

    record HouseholdView(
            HouseholdId id,
            String number,
            String headName,
            String areaCode,
            String areaPath,
            String address,
            LocalDate on,
            List<FactView> facts,
            List<MemberView> members,
            List<FormerMember> former) {}

    /** A fact that people state, for forms. */
    record FactForm(
            Holder holder,
            String name,
            String label,
            FactGroup group,
            Fact.Kind kind,
            String unit,
            Map<String, String> codes,
            String supplier,
            String evidence) {}

    /** What forms offer. */
    record FactCatalogue(List<FactForm> facts, Map<String, String> suppliers) {}

    FactCatalogue catalogue() {
        List<FactForm> forms = new ArrayList<>();
        for (Holder holder : Holder.values()) {
            for (Fact fact : pack.catalogue().facts(holder)) {
                if (fact.collected()) {
                    forms.add(new FactForm(
                            holder,
                            fact.symbol().name(),
                            fact.symbol().label(),
                            group(fact),
                            fact.kind(),
                            fact.symbol().unit().label(Labels.language(), true),
                            fact.symbol().codes(),
                            fact.supplier(),
                            fact.evidence()));
                }
            }
        }
        return new FactCatalogue(forms, new LinkedHashMap<>(pack.catalogue().suppliers()));
    }

    /** Money that comes again and again is income, money that is there once is property. */
    private static FactGroup group(Fact fact) {
        return switch (fact.sensitivity()) {
            case PLAIN -> FactGroup.GENERAL;
            case IDENTITY -> FactGroup.IDENTITY;
            case HEALTH -> FactGroup.HEALTH;
            case ACCOUNT -> FactGroup.ACCOUNT;
            case FINANCIAL -> isFlow(fact.symbol().unit()) ? FactGroup.INCOME : FactGroup.PROPERTY;
        };
    }

    private static boolean isFlow(Unit unit) {
        return unit.exponents().size() > 1;
    }

    /** A household's file on a day; looking at it is an entry in the log. */
    @Transactional
    HouseholdView open(HouseholdId id, LocalDate on) {
        HouseholdFile file = register.find(id, on).orElseThrow(() -> Refusal.notFound("registry.unknown"));
        RegisterQueries.HouseholdRow row =
                queries.households(List.of(id.value())).getFirst();
        Map<PersonId, Register.PersonLine> lines = register.lines(file.memberIds());
        List<MemberView> members = new ArrayList<>();
        for (int member = 0; member < file.memberIds().size(); member++) {
            PersonId person = file.memberIds().get(member);
            Facts facts = file.household().members().get(member);
            Register.PersonLine line = lines.get(person);
            if (line != null) {
                members.add(new MemberView(person, line, label(facts, "relation"), views(file, facts, Holder.PERSON)));
            }
        }
        audit.record("household.read", "household", id.value(), row.area(), Map.of("on", on.toString()));
        return new HouseholdView(
                id,
                file.number(),
                row.headName(),
                file.area().digits(),
                divisions.path(file.area()),
                file.address(),
                on,
                views(file, file.household().facts(), Holder.HOUSEHOLD),
                members,
                former(id, file.memberIds()));
    }

    private List<FormerMember> former(HouseholdId id, List<PersonId> present) {
        return queries.everybodyOf(id).stream()
                .filter(row -> !present.contains(row.id()) && row.mergedInto().isEmpty())
                .map(row -> new FormerMember(register.line(row), row.diedOn().or(row::leftOn)))
                .toList();
    }

    private String label(Facts facts, String name) {
        return pack.catalogue()
                .find("person." + name)
                .flatMap(fact -> facts.given(name).map(value -> Cells.write(fact, value)))
                .orElse("");
    }

    private List<FactView> views(HouseholdFile file, Facts facts, Holder holder) {
        List<FactView> views = new ArrayList<>();
        List<Fact> all = pack.catalogue().facts(holder);
        for (int slot = 0; slot < all.size(); slot++) {
            Fact fact = all.get(slot);
            Optional<Value> value = facts.given(slot);
            Optional<FactSource> source = file.source(facts, fact.symbol().name());
            if (value.isPresent() && source.isPresent()) {
                views.add(view(fact, value.get(), source.get()));
            }
        }
        views.sort(Comparator.comparing(FactView::group));
        return views;
    }

    private FactView view(Fact fact, Value value, FactSource source) {
        Caller caller = Callers.current();
        boolean hidden = isHidden(fact, caller);
        return new FactView(
                fact.symbol().name(),
                fact.symbol().label(),
                group(fact),
                fact.kind(),
                fact.symbol().unit().label(Labels.language(), true),
                text(fact, value, caller),
                hidden,
                hidden && caller.may(Right.PERSON_OPEN.id()),
                pack.catalogue().suppliers().getOrDefault(source.supplier(), source.supplier()),
                source.from(),
                source.evidence(),
                source.document());
    }

    /** The value for people, masked where a caller need not see it. */
    String text(Fact fact, Value value, Caller caller) {
        return isHidden(fact, caller) ? masked(fact, value) : shown(fact, value);
    }

    private String shown(Fact fact, Value value) {
        String text = Cells.write(fact, value);
        return fact.kind() == Fact.Kind.AREA && value instanceof Value.Text(String digits)
                ? divisions.path(new AreaCode(digits))
                : text;
    }

    /** Numbers are hidden from everybody until opened; facts about health from those who neither write nor open. */
    private static boolean isHidden(Fact fact, Caller caller) {
        if (!FactCodec.isSealed(fact)) {
            return false;
        }
        boolean health = fact.sensitivity() == Fact.Sensitivity.HEALTH;
        return !health || !(caller.may(Right.PERSON_OPEN.id()) || caller.may(Right.REGISTRY_WRITE.id()));
    }

    private static String masked(Fact fact, Value value) {
        if (!(value instanceof Value.Text(String text)) || fact.kind() == Fact.Kind.CODE) {
            return HIDDEN;
        }
        if (fact.kind() == Fact.Kind.CITIZEN_ID) {
            return new CitizenId(text).masked();
        }
        boolean number = text.length() > 2 * SHOWN_AT_END && text.chars().allMatch(Character::isDigit);
        return number ? HIDDEN + text.substring(text.length() - SHOWN_AT_END) : HIDDEN;
    }

    /** A hidden value in the open, which is an entry in the log. */
    @Transactional
    String reveal(HouseholdId id, UUID holder, String name, LocalDate on) {
        HouseholdFile file = register.find(id, on).orElseThrow(() -> Refusal.notFound("registry.unknown"));
        boolean own = holder.equals(id.value());
        Facts facts = (own ? Optional.of(file.household().facts()) : file.member(new PersonId(holder)))
                .orElseThrow(() -> Refusal.notFound("registry.unknown"));
        Fact fact = pack.catalogue()
                .find((own ? "household." : "person.") + name)
                .orElseThrow(() -> Refusal.notFound("registry.fact-unknown", name));
        Value value = facts.given(name).orElseThrow(() -> Refusal.notFound("registry.unknown"));
        audit.record(
                "person.open",
                own ? "household" : "person",
                holder,
                queries.households(List.of(id.value())).getFirst().area(),
                Map.of("fact", name, "household", id.value().toString()));
        return shown(fact, value);
    }

    LocalDate today() {
        return today.date();
    }
}
