package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import yingbao.platform.flow.Entry;
import yingbao.platform.flow.Measures;
import yingbao.platform.flow.Standing;
import yingbao.platform.notices.Shown;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;

/** Words what a notice tells, masked as the workflow says. Whoever may be a child is written by surname. */
record NoticeTexts(Workflow workflow, Notice notice, Measures measures, LocalDate on) {
    private static final Set<String> TWO_CHARACTER_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "司徒", "长孙", "呼延", "端木", "独孤", "南宫",
            "轩辕", "赫连");
    private static final String UNNAMED = "某某";

    /**
     * What is told of a case.
     *
     * @param amount what is proposed or paid
     * @param pay whether that is a month, a year or once
     */
    List<Shown> shows(CaseRow row, Standing standing, HouseholdFile file, Optional<Money> amount, Programme.Pay pay) {
        List<Shown> shows = new ArrayList<>();
        for (Notice.Shown shown : notice.shows()) {
            switch (shown) {
                case Notice.Shown.Known(Notice.Item item, String title, var _) ->
                    known(item, row, file, amount, pay).ifPresent(text -> shows.add(new Shown(title, text)));
                case Notice.Shown.Entered(String state, String field, String title, var _) ->
                    standing.entered(state, field)
                            .ifPresent(entry -> shows.add(new Shown(title, text(workflow, state, field, entry))));
            }
        }
        return shows;
    }

    private Optional<String> known(
            Notice.Item item, CaseRow row, HouseholdFile file, Optional<Money> amount, Programme.Pay pay) {
        List<Facts> members = file.household().members();
        return switch (item) {
            case NAME ->
                row.person()
                        .flatMap(file::member)
                        .or(() -> members.stream().findFirst())
                        .map(this::name);
            case MEMBERS ->
                members.size() < 2
                        ? Optional.empty()
                        : Optional.of(members.stream().skip(1).map(this::name).collect(Collectors.joining("、")));
            case SIZE -> Optional.of(members.size() + " 人");
            case AMOUNT -> amount.map(money -> money.yuan() + per(pay));
        };
    }

    private static String per(Programme.Pay pay) {
        return switch (pay) {
            case MONTHLY -> " 元/月";
            case YEARLY -> " 元/年";
            case ONCE -> " 元（一次性）";
        };
    }

    private String name(Facts person) {
        String name = text(person, "name").orElse("");
        boolean whole = notice.mask().name() == Notice.Names.FULL && !young(person);
        return whole && !name.isEmpty() ? name : surname(name) + UNNAMED;
    }

    private static String surname(String name) {
        if (name.length() > 2 && TWO_CHARACTER_SURNAMES.contains(name.substring(0, 2))) {
            return name.substring(0, 2);
        }
        return name.isEmpty() ? "" : name.substring(0, 1);
    }

    private boolean young(Facts person) {
        Optional<Long> age = notice.mask().surnameBelow().flatMap(parameter -> measures.at(parameter, on));
        return age.isPresent()
                && birthDate(person)
                        .filter(birth -> birth.until(on).getYears() >= age.get())
                        .isEmpty();
    }

    private static Optional<LocalDate> birthDate(Facts person) {
        Optional<LocalDate> given = person.given("birth_date")
                .filter(Value.Whole.class::isInstance)
                .map(value -> LocalDate.ofEpochDay(((Value.Whole) value).value()));
        return given.or(() -> text(person, "citizen_id").flatMap(NoticeTexts::born));
    }

    private static Optional<LocalDate> born(String citizenId) {
        try {
            return Optional.of(CitizenId.parse(citizenId).birthDate());
        } catch (ValueException malformed) {
            return Optional.empty();
        }
    }

    static Optional<String> text(Facts facts, String fact) {
        return facts.given(fact).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value());
    }

    /** An entry of a form in words. */
    static String text(Workflow workflow, String state, String field, Entry entry) {
        Function<String, String> choice =
                id -> Optional.ofNullable(workflow.states().get(state))
                        .flatMap(known -> known.field(field))
                        .map(known -> known.choices().getOrDefault(id, id))
                        .orElse(id);
        return switch (entry) {
            case Entry.Text(String text) -> text;
            case Entry.Count(long count) -> Long.toString(count);
            case Entry.Day(LocalDate day) -> day.toString();
            case Entry.Flag(boolean flag) -> flag ? "是" : "否";
            case Entry.Amount(Money money) -> money.yuan() + " 元";
            case Entry.People(List<String> names) -> String.join("、", names);
            case Entry.Choice(String id) -> choice.apply(id);
        };
    }
}
