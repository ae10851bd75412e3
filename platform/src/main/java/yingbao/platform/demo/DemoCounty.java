package yingbao.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Review;
import yingbao.policy.register.KeyColumn;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/**
 * Makes up the register of a county: families, their means and their members, the same bytes from the same seed. Nobody in
 * it lives; docs/demo.md says what is assumed.
 */
public final class DemoCounty {
    /** How many households the county of the demonstration has. */
    public static final int HOUSEHOLDS = 20_000;

    /** The seed of the demonstration. */
    public static final long SEED = 229_901;

    private static final int BETWEEN_TWINS = 1_400;
    private static final int TWIN_FROM = 37;
    private static final List<String> BANKS = List.of("演示农村信用社", "演示邮政储蓄银行", "演示农业银行");
    /** No bank has it, so that no transfer can arrive. */
    private static final String ISSUER = "999901";

    private static final int ACCOUNT_DIGITS = 13;
    private static final long STREAM = 0x9E3779B97F4A7C15L;
    private static final String YES = "是";

    private final Pack pack;
    private final long seed;
    private final List<Area> villages;
    private final DemoIds ids;
    private final Optional<Review.ByFact> reviewed;

    /**
     * The register of one township as its clerk would upload it.
     *
     * @param households of households.csv
     * @param persons of persons.csv
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Files(AreaCode township, byte[] households, byte[] persons) {}

    /** The texts of one township while they grow. */
    private static final class Township {
        private final StringBuilder households = new StringBuilder();
        private final StringBuilder persons = new StringBuilder();

        private Files files(AreaCode code) {
            return new Files(
                    code,
                    households.toString().getBytes(StandardCharsets.UTF_8),
                    persons.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A household with its members, by the names of facts. */
    record Rows(AreaCode village, Map<String, String> household, List<Map<String, String>> members) {}

    /** A county whose villages and columns are the pack's. */
    public DemoCounty(Pack pack, AreaCode county, long seed) {
        this.pack = pack;
        this.seed = seed;
        this.villages = pack.areas().all(AreaLevel.VILLAGE, DemoFamily.DESCRIBED_ON).stream()
                .filter(village -> county.contains(village.code()))
                .toList();
        this.ids = new DemoIds(county.shortForm());
        this.reviewed = pack.programmesOn(DemoFamily.DESCRIBED_ON).stream()
                .flatMap(programme -> programme.review().stream())
                .filter(Review.ByFact.class::isInstance)
                .map(Review.ByFact.class::cast)
                .filter(by -> by.fact().startsWith("household."))
                .findFirst();
        if (villages.isEmpty()) {
            throw new IllegalArgumentException("no village lies in " + county);
        }
    }

    /** The whole register, one pair of files a township. */
    public List<Files> register(int households) {
        Map<AreaCode, Township> townships = new TreeMap<>();
        Map<String, String> twin = Map.of();
        AreaCode home = villages.getFirst().code();
        for (int number = 1; number <= households; number++) {
            Rows rows = household(number);
            if (number % BETWEEN_TWINS == TWIN_FROM) {
                twin = twinOf(rows.members().getLast());
                home = rows.village();
            } else if (number % BETWEEN_TWINS == TWIN_FROM + 1) {
                rows = at(home, joined(rows, twin));
            }
            write(townships, rows);
        }
        return townships.entrySet().stream()
                .map(entry -> entry.getValue().files(entry.getKey()))
                .toList();
    }

    /** A file of one village in which every other household has a fault, each another one. */
    public Files faulty() {
        Map<AreaCode, Township> townships = new TreeMap<>();
        AreaCode village = villages.getLast().code();
        int number = HOUSEHOLDS;
        for (DemoFault fault : DemoFault.values()) {
            write(townships, fault.in(at(village, household(++number))));
            write(townships, at(village, household(++number)));
        }
        Map.Entry<AreaCode, Township> only = townships.entrySet().iterator().next();
        return only.getValue().files(only.getKey());
    }

    private static Rows at(AreaCode village, Rows rows) {
        Map<String, String> household = new LinkedHashMap<>(rows.household());
        household.put("area", village.digits());
        return new Rows(village, household, rows.members());
    }

    /** The same person as another household's clerk might enter her, without the id. */
    private static Map<String, String> twinOf(Map<String, String> person) {
        Map<String, String> twin = new LinkedHashMap<>();
        Stream.of("name", "sex", "birth_date").forEach(fact -> twin.put(fact, person.getOrDefault(fact, "")));
        twin.put("relation", "97");
        return twin;
    }

    private static Rows joined(Rows rows, Map<String, String> guest) {
        List<Map<String, String>> members = new ArrayList<>(rows.members());
        members.add(guest);
        Map<String, String> household = new LinkedHashMap<>(rows.household());
        household.put("persons_registered", Integer.toString(members.size()));
        return new Rows(rows.village(), household, members);
    }

    private Rows household(int number) {
        Chance chance = new Chance(seed ^ number * STREAM);
        Area village = chance.one(villages);
        boolean town = isTown(village.code());
        DemoFamily family = new DemoFamily(chance);
        List<DemoPerson> persons = family.members().stream()
                .map(member -> new DemoPerson(chance, member))
                .toList();
        boolean alone = isAlone(chance, family.shape(), persons);
        boolean atRisk = persons.stream().anyMatch(DemoPerson::severelyDisabled)
                || family.shape() == DemoFamily.Shape.SINGLE_OLD
                || family.shape() == DemoFamily.Shape.WITHOUT_PARENTS
                || persons.stream().noneMatch(DemoPerson::able);
        int able = (int) persons.stream().filter(DemoPerson::able).count();
        DemoMeans means = new DemoMeans(chance, persons.size(), town, atRisk, able);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("household_id", String.format(Locale.ROOT, "H%06d", number));
        cells.put("area", village.code().digits());
        cells.put("address", address(chance, village, town));
        cells.put("persons_registered", Integer.toString(persons.size()));
        cells.put("hukou", chance.perMille(town ? 930 : 55) ? "URBAN" : "RURAL");
        cells.put("local", chance.perMille(18) ? (chance.perMille(500) ? "" : "否") : YES);
        cells.putAll(means.cells());
        cells.putAll(new DemoNeeds(number, persons.size()).cells());
        if (means.poor() && means.lookedInto()) {
            reviewed.ifPresent(by -> cells.put(by.fact().replaceFirst(".*\\.", ""), reviewClass(by, persons, able)));
        }
        boolean paid = means.poor() || alone || persons.stream().anyMatch(DemoPerson::disabled);
        contact(chance, cells, family.members().getFirst().name(), paid);
        boolean orphans = family.shape() == DemoFamily.Shape.WITHOUT_PARENTS;
        List<Map<String, String>> members = persons.stream()
                .map(person -> member(chance, person, means.lookedInto() || alone, alone, orphans))
                .toList();
        return new Rows(village.code(), cells, members);
    }

    private static boolean isAlone(Chance chance, DemoFamily.Shape shape, List<DemoPerson> persons) {
        return switch (shape) {
            case SINGLE_OLD -> chance.perMille(105);
            case SINGLE -> persons.getFirst().severelyDisabled() && chance.perMille(400);
            case OLD_COUPLE -> chance.perMille(8);
            case WITHOUT_PARENTS -> chance.perMille(250);
            case COUPLE, PARENTS_AND_CHILDREN, ONE_PARENT, GROWN_CHILD, THREE_GENERATIONS, LEFT_BEHIND -> false;
        };
    }

    private Map<String, String> member(
            Chance chance, DemoPerson person, boolean known, boolean alone, boolean orphans) {
        DemoFamily.Member member = person.member();
        String citizenId = chance.perMille(known ? 0 : 6)
                ? ""
                : ids.next(member.birth(), member.sex()).value();
        person.describe(citizenId, known, alone, orphans && person.minor());
        if (person.disabled() || alone) {
            account(chance, person.cells(), member.name(), 955);
        }
        return person.cells();
    }

    /** The class of those who stay as they are comes first in the pack, and that of those who earn last. */
    private static String reviewClass(Review.ByFact by, List<DemoPerson> persons, int able) {
        List<String> classes = List.copyOf(by.byCode().keySet());
        if (able == 0 || persons.stream().anyMatch(DemoPerson::severelyDisabled)) {
            return classes.getFirst();
        }
        return able == persons.size() ? classes.getLast() : classes.get(classes.size() / 2);
    }

    private static void contact(Chance chance, Map<String, String> cells, String head, boolean paid) {
        if (chance.perMille(paid ? 900 : 650)) {
            // No operator gives out numbers that begin with 12.
            cells.put("phone", "129" + digits(chance, 8));
        }
        if (paid || chance.perMille(300)) {
            account(chance, cells, head, 970);
        }
    }

    private static void account(Chance chance, Map<String, String> cells, String holder, int share) {
        if (chance.perMille(share)) {
            cells.put("bank_name", chance.one(BANKS));
            cells.put("bank_account", ISSUER + digits(chance, ACCOUNT_DIGITS));
            cells.put("bank_account_holder", holder);
        }
    }

    private static String digits(Chance chance, int count) {
        return Stream.generate(() -> Integer.toString(chance.between(0, 9)))
                .limit(count)
                .collect(Collectors.joining());
    }

    private static boolean isTown(AreaCode village) {
        // Residents' committees are numbered below 200, villagers' committees from 200.
        return village.digits().charAt(9) < '2';
    }

    private static String address(Chance chance, Area village, boolean town) {
        String place = village.name().replaceFirst("(村委会|居委会)$", "");
        if (town) {
            return place + chance.between(1, 30) + "号楼" + chance.between(1, 5) + "单元" + chance.between(1, 6) + "0"
                    + chance.between(1, 3) + "室";
        }
        return place + chance.between(1, 9) + "组" + chance.between(1, 60) + "号";
    }

    private void write(Map<AreaCode, Township> townships, Rows rows) {
        AreaCode code = rows.village().at(AreaLevel.TOWNSHIP);
        Township township = townships.computeIfAbsent(code, _ -> headed());
        String household = rows.household().getOrDefault("household_id", "");
        line(township.households, Stream.concat(Stream.of(household), cells(Holder.HOUSEHOLD, rows.household())));
        int number = 0;
        for (Map<String, String> member : rows.members()) {
            number++;
            line(
                    township.persons,
                    Stream.concat(Stream.of(household, household + "-" + number), cells(Holder.PERSON, member)));
        }
    }

    private Township headed() {
        Township township = new Township();
        line(township.households, Stream.concat(Stream.of(KeyColumn.HOUSEHOLD_ID.label()), headings(Holder.HOUSEHOLD)));
        line(
                township.persons,
                Stream.concat(
                        Stream.of(KeyColumn.HOUSEHOLD_ID.label(), KeyColumn.PERSON_ID.label()),
                        headings(Holder.PERSON)));
        return township;
    }

    private Stream<String> headings(Holder holder) {
        return collected(holder).map(fact -> fact.symbol().label());
    }

    private Stream<String> cells(Holder holder, Map<String, String> cells) {
        return collected(holder).map(fact -> cells.getOrDefault(fact.symbol().name(), ""));
    }

    private Stream<Fact> collected(Holder holder) {
        return pack.catalogue().facts(holder).stream().filter(Fact::collected);
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(DemoCounty::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The day as of which the register is described. */
    public static LocalDate describedOn() {
        return DemoFamily.DESCRIBED_ON;
    }
}
