package yingbao.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.DateRange;

/**
 * Makes up a register: the same from the same seed. Half the households live where standards are on file; about one cell in
 * twenty is left empty. Citizen ids use prefixes that were never issued.
 */
final class RegisterMaker {
    private static final List<String> COUNTIES_WITH_STANDARDS = List.of("222401", "222405");
    private static final LocalDate NEWEST_BIRTH = LocalDate.of(2015, 12, 31);
    private static final int OLDEST_DAYS = 90 * 365;
    // As often as they are borne in the north-east, roughly: the first ones by a third of the people.
    private static final String FAMILY_NAMES = "王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈杨杨赵赵赵黄周吴徐孙孙孙马马朱胡郭何林高高罗郑梁谢宋宋"
            + "唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于于杜叶程魏苏吕丁任卢姚沈钟姜崔崔谭陆范汪廖石金金韦贾夏付方邹熊白孟秦邱侯江尹";
    private static final String GIVEN_NAMES =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英兰华玉珍凤文辉玲红建国志永春淑荣福贵德海山林生成庆玉梅" + "香云莲宝金龙宇欣博子晨浩雨佳琪俊思雪立新光东亮忠义学仁广长万喜树连会景维宏彦";

    private final RandomGenerator random;
    private final Set<String> ids = new HashSet<>();

    RegisterMaker(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Writes households.csv and persons.csv and returns the number of persons, 2.7 a household on average. */
    int write(Path folder, int households) throws IOException {
        List<String> known = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String village : villages("jilin", "")) {
            boolean hasStandard = COUNTIES_WITH_STANDARDS.contains(village.substring(0, 6));
            (hasStandard ? known : others).add(village);
        }
        return write(folder, households, "H", () -> random.nextBoolean() ? pick(known) : pick(others));
    }

    /** Writes a register of the villages of one area, whose households' numbers begin with a prefix; it may be the made-up county. */
    int writeIn(Path folder, int households, String areaPrefix, String numberPrefix) throws IOException {
        List<String> there = villages("jilin-demo", areaPrefix);
        return write(folder, households, numberPrefix, () -> pick(there));
    }

    /** The villages of a pack, without those that ever bore another code. */
    private static List<String> villages(String pack, String prefix) {
        return ShippedPack.read(pack).areas().all(AreaLevel.VILLAGE, NEWEST_BIRTH).stream()
                .filter(village -> village.range().equals(DateRange.ALWAYS))
                .map(village -> village.code().digits())
                .filter(village -> village.startsWith(prefix))
                .toList();
    }

    private int write(Path folder, int households, String numberPrefix, Supplier<String> village) throws IOException {
        int persons = 0;
        try (BufferedWriter household = Files.newBufferedWriter(folder.resolve("households.csv"));
                BufferedWriter person = Files.newBufferedWriter(folder.resolve("persons.csv"))) {
            household.write(
                    "household_id,area,address,hukou,local,income_wages,income_business,income_property,"
                            + "income_transfer,income_other,property_within_limit,hardship_kind,poverty_registered,house_danger,poor_disabled,relief_emergency_persons,"
                            + "relief_deaths,relief_drought_persons,relief_winter_persons,relief_transition_persons,house_damage\n");
            person.write(
                    "person_id,household_id,name,citizen_id,relation,hukou,hukou_local,member_status,labour,"
                            + "refused_work_three_times,disability_kind,disability_grade,needs_long_term_care,"
                            + "care_over_six_months,has_income_source,has_able_supporter,self_care_grade,orphan_allowance,"
                            + "work_injury_care,other_living_allowance,other_nursing_allowance,entitled_group,nrcms_enrolled,serious_illness\n");
            for (int number = 1; number <= households; number++) {
                String id = numberPrefix + number;
                household.write(household(id, village.get()));
                int members = 1 + random.nextInt(4) + (random.nextInt(5) == 0 ? 1 : 0);
                for (int member = 1; member <= members; member++) {
                    person.write(person(id, member));
                    persons++;
                }
            }
        }
        return persons;
    }

    private String household(String id, String area) {
        boolean rural = random.nextInt(10) < 7;
        return String.join(
                        ",",
                        id,
                        area,
                        (1 + random.nextInt(9)) + "组" + (1 + random.nextInt(99)) + "号",
                        rural ? "农业" : "非农业",
                        "是",
                        gap(yuan(15_000)),
                        gap(yuan(6_000)),
                        gap(yuan(600)),
                        gap(yuan(4_000)),
                        gap("0"),
                        gap(random.nextInt(8) > 0 ? "是" : "否"),
                        "NONE",
                        "否",
                        "A",
                        "否",
                        "0",
                        "0",
                        "0",
                        "0",
                        "0",
                        "NONE")
                + "\n";
    }

    private String person(String household, int member) {
        boolean disabled = random.nextInt(12) == 0;
        String kind = disabled ? Integer.toString(1 + random.nextInt(6)) : "0";
        String grade = disabled ? Integer.toString(1 + random.nextInt(4)) : "0";
        boolean alone = random.nextInt(30) == 0;
        return String.join(
                        ",",
                        household + "-" + member,
                        household,
                        name(),
                        citizenId(),
                        member == 1 ? "02" : "10",
                        random.nextInt(10) < 7 ? "农业" : "非农业",
                        gap("是"),
                        gap(random.nextInt(40) == 0 ? "服刑" : "NORMAL"),
                        gap(random.nextInt(3) == 0 ? "NONE" : "ABLE"),
                        "否",
                        kind,
                        grade,
                        gap(disabled && random.nextBoolean() ? "是" : "否"),
                        gap(disabled && random.nextBoolean() ? "是" : "否"),
                        gap(alone ? "否" : "是"),
                        gap(alone ? "否" : "是"),
                        "FULL",
                        "否",
                        "否",
                        "0",
                        "0",
                        "NONE",
                        "是",
                        "否")
                + "\n";
    }

    private String name() {
        String given = letter(GIVEN_NAMES) + (random.nextInt(5) == 0 ? "" : letter(GIVEN_NAMES));
        return letter(FAMILY_NAMES) + given;
    }

    private String letter(String of) {
        return String.valueOf(of.charAt(random.nextInt(of.length())));
    }

    private String gap(String value) {
        return random.nextInt(20) == 0 ? "" : value;
    }

    private String yuan(int most) {
        return random.nextInt(3) == 0 ? "0" : Integer.toString(random.nextInt(most));
    }

    private String pick(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }

    private String citizenId() {
        while (true) {
            String birth = NEWEST_BIRTH
                    .minusDays(random.nextInt(OLDEST_DAYS))
                    .toString()
                    .replace("-", "");
            String digits = "2299" + (10 + random.nextInt(90)) + birth + (100 + random.nextInt(900));
            String id = CitizenId.completing(digits).value();
            if (ids.add(id)) {
                return id;
            }
        }
    }
}
