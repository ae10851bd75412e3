package yingbao.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;
import yingbao.policy.register.Intake;
import yingbao.policy.register.RegisterReader;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.policy.register.RowFault;

/**
 * A made-up register and the pack it is written for. The citizen numbers are synthetic: no area 2299xx was ever issued.
 *
 * @param pack the pack
 */
record Village(Pack pack) {
    static final List<String> HOUSEHOLDS_HEADER = List.of("户编号", "所在地", "户口性质", "家庭年收入", "备注");
    static final List<List<String>> HOUSEHOLDS = List.of(
            List.of("H1", "990101", "农业", "3200.5", "住村东，近河"),
            List.of("H2", "990101", "非农业", "", "“独户”\n两行"),
            List.of("H10", "990101", "", "12000", ""));
    static final List<String> PERSONS_HEADER = List.of("人员编号", "户编号", "姓名", "身份证号", "出生日期", "有残疾", "关系");
    static final List<List<String>> PERSONS = List.of(
            List.of("P1", "H1", "王䶮", "22990119560701006X", "1956-07-01", "是", "01"),
            List.of("P2", "H2", "李四", "229901195607010019", "1956-07-01", "否", "02"),
            List.of("P3", "H1", "张三", "", "2001-11-30", "", "10"),
            List.of("P4", "H10", "赵六", "", "", "否", "10"));

    /** What was read: every known fact, and every fault. */
    record Reading(List<String> facts, List<RowFault> faults) {}

    /** Writes the pack into a folder and reads it. */
    static Village in(Path folder) throws IOException {
        write(folder.resolve("pack.yaml"), "pack: village\ntitle: 村\nauthority: 某厅\ncalendar: none\n");
        write(folder.resolve("facts.yaml"), """
                suppliers: {village: 村民委员会}
                facts:
                  household:
                    - {name: area, kind: area, label: 所在地, supplier: village}
                    - {name: hukou, kind: code, codes: hukou, label: 户口性质, supplier: village, evidence: 户口簿}
                    - {name: income, kind: money, unit: fen/year, label: 家庭年收入, supplier: village}
                    - {name: remark, kind: text, label: 备注, supplier: village}
                    - {name: persons, kind: count, unit: person, label: 人口数, is: "household.members.count(m, true)"}
                  person:
                    - {name: name, kind: text, label: 姓名, supplier: village}
                    - {name: citizen_id, kind: citizen-id, label: 身份证号, supplier: village}
                    - {name: birth_date, kind: date, label: 出生日期, supplier: village}
                    - {name: disabled, kind: flag, label: 有残疾, no: 无残疾, supplier: village}
                    - {name: relation, kind: code, codes: relation, label: 关系, supplier: village}
                    - {name: share, kind: count, unit: percent, label: 份额, supplier: village}
                """);
        write(folder.resolve("areas/areas.csv"), """
                code,name,level,parent,from,to,successor
                990000000000,某省,province,,,,
                990100000000,某市,prefecture,990000000000,,,
                990101000000,某区,county,990100000000,,,
                """);
        write(folder.resolve("codes/hukou.yaml"), """
                {codes: hukou, title: 户口, standard: 自定, mark: KNOWN, values: {RURAL: 农业, URBAN: 非农业}}
                """);
        write(folder.resolve("codes/relation.yaml"), """
                {codes: relation, title: 关系, standard: 自定, mark: KNOWN, values: {"01": 本人, "02": 户主, "10": 配偶}}
                """);
        write(folder.resolve("calendar/none.yaml"), """
                {calendar: none, title: 无, weekend: [SATURDAY, SUNDAY],
                 years: {2016: {source: 无, holidays: {2016-01-01: 元旦}}}}
                """);
        return switch (PackReader.read(folder)) {
            case PackReader.Reading.Accepted(Pack pack) -> new Village(pack);
            case PackReader.Reading.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    /** Reads the register in a folder or file; one whose headings are refused has no facts. */
    Reading read(Path folderOrFile) throws IOException {
        List<RowFault> faults = new ArrayList<>();
        try (RegisterFiles files = RegisterFiles.open(folderOrFile)) {
            Intake intake = RegisterReader.read(
                    files.households(), files.persons(), pack, LocalDate.of(2016, 10, 1), faults::add, _ -> {});
            return switch (intake) {
                case Intake.Taken taken ->
                    new Reading(described(taken.register().households()), faults);
                case Intake.Refused _ -> new Reading(List.of(), faults);
            };
        }
    }

    private List<String> described(List<RegisteredHousehold> households) {
        List<String> lines = new ArrayList<>();
        for (RegisteredHousehold household : households) {
            lines.add(described(household.facts(), Holder.HOUSEHOLD));
            household.members().forEach(member -> lines.add(described(member, Holder.PERSON)));
        }
        return lines;
    }

    private String described(Facts facts, Holder holder) {
        StringBuilder line = new StringBuilder(facts.id());
        for (Fact fact : pack.catalogue().facts(holder)) {
            Optional<Value> value = facts.given(fact.symbol().name());
            line.append(" | ")
                    .append(value.map(known -> Cells.write(fact, known)).orElse("?"));
        }
        return line.toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
