package yingbao.policy.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;

/** A pack with one fact of every kind, made up for these tests, read from real files. */
final class RegisterPack {
    private static final String FACTS = """
            suppliers: {household: 家庭, village: 村}
            facts:
              household:
                - {name: area, kind: area, label: 所在地, supplier: village}
                - {name: hukou, kind: code, codes: hukou, label: 户口性质, supplier: village}
                - {name: income, kind: money, unit: fen/year, label: 家庭年收入, supplier: household}
                - {name: vehicles, kind: count, unit: piece, label: 机动车数, supplier: household}
                - {name: rooms_size, kind: count, unit: square-metre, label: 住房面积, supplier: household}
                - {name: head_count, kind: count, unit: person, label: 申报人数, supplier: household}
                - {name: members_counted, kind: count, unit: person, label: 人口数, is: "household.members.count(m, true)"}
              person:
                - {name: name, kind: text, label: 姓名, supplier: village}
                - {name: citizen_id, kind: citizen-id, label: 身份证号, supplier: village, sensitivity: identity}
                - {name: guardian_id, kind: citizen-id, label: 监护人身份证号, supplier: village, sensitivity: identity}
                - {name: birth_date, kind: date, label: 出生日期, supplier: village,
                   otherwise: birthDateOf(person.citizen_id)}
                - {name: relation, kind: code, codes: relation, label: 与户主关系, supplier: village}
                - {name: disabled, kind: flag, label: 有残疾, no: 无残疾, supplier: village}
                - {name: months_ill, kind: count, unit: month, label: 患病月数, supplier: village}
                - {name: registered_at, kind: area, label: 户籍地, supplier: village}
            checks:
              - {id: birth, of: person, holds: person.birth_date == birthDateOf(person.citizen_id),
                 cell: birth_date, say: 出生日期与身份证号不符}
              - {id: heads, of: household, holds: household.head_count == household.members_counted,
                 cell: head_count, say: 申报人数与成员人数不符}
            """;

    private static final String AREAS = """
            code,name,level,parent,from,to,successor
            990000000000,某省,province,,,,
            990100000000,东市,prefecture,990000000000,,,
            990200000000,西市,prefecture,990000000000,,,
            990181000000,旧县,county,990100000000,,2020-06-18,990284000000
            990284000000,新县,county,990200000000,2020-06-19,,
            990101000000,甲区,county,990100000000,,2018-12-31,990103000000
            990102000000,乙区,county,990100000000,,2018-12-31,990103000000
            990103000000,丙区,county,990100000000,2019-01-01,,
            """;

    private RegisterPack() {}

    /** Writes the pack into a folder and reads it. */
    static Pack in(Path folder) {
        write(folder, "pack.yaml", "pack: small\ntitle: 小包\nauthority: 某厅\ncalendar: none\n");
        write(folder, "facts.yaml", FACTS);
        write(folder, "areas/areas.csv", AREAS);
        write(folder, "codes/hukou.yaml", """
                codes: hukou
                title: 户口
                standard: 自定
                mark: KNOWN
                values: {RURAL: 农业, URBAN: 非农业}
                """);
        write(folder, "codes/relation.yaml", """
                codes: relation
                title: 关系
                standard: 自定
                mark: KNOWN
                values: {"01": 本人, "02": 户主, "10": 配偶, "20": 子, "29": 其他, "39": 其他}
                """);
        write(folder, "calendar/none.yaml", """
                calendar: none
                title: 无
                weekend: [SATURDAY, SUNDAY]
                years:
                  2016: {source: 无, holidays: {2016-01-01: 元旦}}
                """);
        return switch (PackReader.read(folder)) {
            case PackReader.Reading.Accepted(Pack pack) -> pack;
            case PackReader.Reading.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    static Fact fact(Pack pack, Holder holder, String name) {
        return pack.catalogue().facts(holder).stream()
                .filter(fact -> fact.symbol().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void write(Path folder, String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
