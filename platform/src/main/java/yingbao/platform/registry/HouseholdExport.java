package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.lists.ListExports;
import yingbao.policy.expr.Holder;
import yingbao.sheet.ListSheet;
import yingbao.sheet.ListSheet.Column;
import yingbao.sheet.ListSheet.CountColumn;
import yingbao.sheet.ListSheet.TextColumn;

/** The list of households, and of the persons who belong to them today, as a workbook. */
@Service
class HouseholdExport {
    private static final String RELATION = "relation";

    private final Households households;
    private final Register register;
    private final FactCodec codec;
    private final ListExports exports;
    private final Texts texts;
    private final Today today;

    HouseholdExport(
            Households households, Register register, FactCodec codec, ListExports exports, Texts texts, Today today) {
        this.households = households;
        this.register = register;
        this.codec = codec;
        this.exports = exports;
        this.texts = texts;
        this.today = today;
    }

    /** Somebody in a household. */
    private record Member(String householdNumber, String relation, Register.PersonLine line) {}

    /** What the list shows for a text and an area; citizen ids are masked as everywhere. */
    @Transactional
    ResponseEntity<byte[]> workbook(String typed, String area) {
        Households.Search search = households.search(typed, area);
        List<Households.HouseholdLine> lines = exports.all(
                new Page<>(households.rows(search, 0, Page.SIZE_MAX), search.total(), search.more()),
                (offset, size) -> households.rows(search, offset, size));
        String title = texts.text("registry.export.households");
        return exports.workbook(
                "households",
                title,
                Map.of("q", typed.strip(), "area", area),
                List.of(
                        new ListSheet<>(title, householdColumns(), lines),
                        new ListSheet<>(texts.text("registry.export.persons"), memberColumns(), members(lines))));
    }

    private List<Member> members(List<Households.HouseholdLine> lines) {
        LocalDate on = today.date();
        Map<String, String> relations = codec.find(Holder.PERSON, RELATION)
                .map(fact -> fact.symbol().codes())
                .orElse(Map.of());
        List<HouseholdFile> files =
                register.find(lines.stream().map(Households.HouseholdLine::id).toList(), on);
        Map<PersonId, Register.PersonLine> persons = register.lines(
                files.stream().flatMap(file -> file.memberIds().stream()).toList());
        List<Member> members = new ArrayList<>();
        for (HouseholdFile file : files) {
            for (PersonId person : file.memberIds()) {
                String relation = file.member(person)
                        .flatMap(facts -> FileReader.text(facts, RELATION))
                        .orElse("");
                Stream.ofNullable(persons.get(person))
                        .map(line -> new Member(file.number(), relations.getOrDefault(relation, ""), line))
                        .forEach(members::add);
            }
        }
        return members;
    }

    private List<Column<Households.HouseholdLine>> householdColumns() {
        return List.of(
                new TextColumn<>(heading("number"), ListSheet.MIDDLE, Households.HouseholdLine::number),
                new TextColumn<>(heading("head"), ListSheet.MIDDLE, Households.HouseholdLine::headName),
                new CountColumn<>(heading("members"), ListSheet.NARROW, Households.HouseholdLine::memberCount),
                new TextColumn<>(heading("area-code"), ListSheet.MIDDLE, Households.HouseholdLine::areaCode),
                new TextColumn<>(heading("area"), ListSheet.WIDE, Households.HouseholdLine::areaPath),
                new TextColumn<>(heading("address"), ListSheet.WIDE, Households.HouseholdLine::address));
    }

    private List<Column<Member>> memberColumns() {
        return List.of(
                new TextColumn<>(heading("number"), ListSheet.MIDDLE, Member::householdNumber),
                new TextColumn<>(heading("name"), ListSheet.MIDDLE, member -> member.line.name()),
                new TextColumn<>(heading("relation"), ListSheet.MIDDLE, Member::relation),
                new TextColumn<>(heading("sex"), ListSheet.NARROW, member -> member.line.sex()),
                new TextColumn<>(
                        heading("age"),
                        ListSheet.NARROW,
                        member -> member.line.age().map(String::valueOf).orElse("")),
                new TextColumn<>(heading("citizen-id"), ListSheet.MIDDLE, member -> member.line.citizenMasked()),
                new TextColumn<>(heading("area"), ListSheet.WIDE, member -> member.line.areaPath()));
    }

    private String heading(String column) {
        return texts.text("registry.export." + column);
    }
}
