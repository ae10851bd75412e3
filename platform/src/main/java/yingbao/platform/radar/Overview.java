package yingbao.platform.radar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Counts leads for an area, for the areas in it, for each missing fact and for each rule. */
@Service
class Overview {
    private static final int DIGITS = 12;

    private final LeadQueries queries;
    private final FindingQueries runs;
    private final Leads leads;
    private final Rules rules;
    private final Divisions divisions;

    Overview(LeadQueries queries, FindingQueries runs, Leads leads, Rules rules, Divisions divisions) {
        this.queries = queries;
        this.runs = runs;
        this.leads = leads;
        this.rules = rules;
        this.divisions = divisions;
    }

    /**
     * The run whose leads are shown.
     *
     * @param on the day for which everybody was decided
     * @param opened how many leads were new
     * @param gone how many are closed because their cause was not found any more
     */
    record LastRun(
            LocalDate on, Instant takenAt, Instant writtenAt, int households, int persons, int opened, int gone) {}

    /**
     * How many leads of one kind wait.
     *
     * @param open that wait for somebody
     * @param people whom those would settle
     * @param underWay that an application sees to
     */
    record KindCount(Kind kind, long open, long people, long underWay) {}

    /**
     * An area with the leads in it.
     *
     * @param leaf whether nothing lies in it
     */
    record AreaLeads(String code, String name, boolean leaf, List<KindCount> kinds, long open) {}

    /** How many households wait for a fact, and how many persons it would settle. */
    record FactLeads(String fact, String label, String whom, long households, long people) {}

    /**
     * What there is in an area.
     *
     * @param path the areas around it that the caller sees, from the widest, and itself
     * @param areas those directly in it, or counties in a province; empty in a village
     * @param facts the fact that would settle most first
     * @param programmes in force, to narrow to
     * @param canRun whether the caller may let everybody be looked at
     */
    record RadarView(
            Optional<LastRun> run,
            String areaCode,
            String areaName,
            List<Divisions.AreaChoice> path,
            List<KindCount> kinds,
            List<AreaLeads> areas,
            List<FactLeads> facts,
            List<Leads.ProgrammeName> programmes,
            boolean canRun) {}

    /**
     * How often people found that a rule raised a false alarm.
     *
     * @param found leads that it raised
     * @param closed those of them that people closed
     * @param falseAlarms those of these that were none
     */
    record RuleLine(
            Kind kind,
            String programmeTitle,
            String cause,
            String causeText,
            long found,
            long closed,
            long falseAlarms) {}

    /** What there is in an area, narrowed to a programme or a kind. */
    @Transactional(readOnly = true)
    RadarView of(Leads.Filter filter) {
        AreaCode own = Callers.current().area();
        AreaCode area = filter.area().isBlank() ? own : AreaCode.parse(filter.area());
        AreaCode seen = Callers.current().scope().contains(area) ? area : own;
        Divisions.AreaChoice shown =
                divisions.choice(divisions.require(seen).code()).orElseThrow();
        LeadQueries.Wanted wanted = leads.wanted(
                new Leads.Filter(seen.digits(), filter.kind(), filter.programme(), filter.cause(), Standing.OPEN));
        Pack pack = rules.spoken();
        List<Divisions.AreaChoice> below = below(shown);
        int digits = below.isEmpty() ? DIGITS : prefix(below.getFirst().level());
        List<LeadQueries.AreaCount> counts = queries.byArea(wanted, digits);
        List<Divisions.AreaChoice> path = new ArrayList<>(divisions.above(seen).stream()
                .filter(one -> Callers.current().scope().contains(AreaCode.parse(one.code())))
                .toList());
        path.add(shown);
        return new RadarView(
                runs.latest().map(Overview::lastRun),
                shown.code(),
                shown.name(),
                path,
                kinds(counts),
                below.stream().map(one -> areaLeads(one, counts, digits)).toList(),
                queries.facts(wanted).stream().map(one -> fact(pack, one)).toList(),
                programmes(pack),
                Callers.current().may(Right.RADAR_RUN.id()));
    }

    private static List<Leads.ProgrammeName> programmes(Pack pack) {
        return pack.programmes().stream()
                .map(Programme::id)
                .distinct()
                .map(id -> new Leads.ProgrammeName(id, Rules.title(pack, id)))
                .toList();
    }

    private static LastRun lastRun(FindingQueries.RunRow row) {
        return new LastRun(
                row.on(), row.takenAt(), row.writtenAt(), row.households(), row.persons(), row.opened(), row.gone());
    }

    /** A province shows its counties, everything else what lies directly in it. */
    private List<Divisions.AreaChoice> below(Divisions.AreaChoice area) {
        AreaScope scope = AreaScope.of(AreaCode.parse(area.code()));
        return area.level() == AreaLevel.PROVINCE
                ? divisions.all(AreaLevel.COUNTY, scope).stream()
                        .flatMap(county -> divisions.choice(county.code()).stream())
                        .toList()
                : divisions.in(AreaCode.parse(area.code()), scope);
    }

    /** How many digits name an area of a level. */
    private static int prefix(AreaLevel level) {
        return switch (level) {
            case PROVINCE -> 2;
            case PREFECTURE -> 4;
            case COUNTY -> 6;
            case TOWNSHIP -> 9;
            case VILLAGE -> DIGITS;
        };
    }

    private static AreaLeads areaLeads(Divisions.AreaChoice area, List<LeadQueries.AreaCount> counts, int digits) {
        String prefix = area.code().substring(0, digits);
        List<KindCount> kinds =
                kinds(counts.stream().filter(one -> one.prefix().equals(prefix)).toList());
        return new AreaLeads(
                area.code(),
                area.name(),
                area.leaf(),
                kinds,
                kinds.stream().mapToLong(KindCount::open).sum());
    }

    private static List<KindCount> kinds(List<LeadQueries.AreaCount> counts) {
        return Arrays.stream(Kind.values()).map(kind -> kind(kind, counts)).toList();
    }

    private static KindCount kind(Kind kind, List<LeadQueries.AreaCount> counts) {
        long open = 0;
        long people = 0;
        long underWay = 0;
        for (LeadQueries.AreaCount one : counts) {
            if (one.kind() == kind) {
                open += one.standing() == Standing.OPEN ? one.leads() : 0;
                people += one.standing() == Standing.OPEN ? one.people() : 0;
                underWay += one.standing() == Standing.UNDER_WAY ? one.leads() : 0;
            }
        }
        return new KindCount(kind, open, people, underWay);
    }

    private static FactLeads fact(Pack pack, LeadQueries.FactCount one) {
        return new FactLeads(
                one.fact(),
                pack.catalogue()
                        .find(one.fact())
                        .map(fact -> fact.symbol().label())
                        .orElse(one.fact()),
                Rules.whom(pack, one.fact()),
                one.households(),
                one.people());
    }

    /** How often each rule raised a false alarm in an area, the most often first. */
    @Transactional(readOnly = true)
    List<RuleLine> rules(String area) {
        Pack pack = rules.spoken();
        Leads.Filter everything = new Leads.Filter(area, Optional.empty(), "", "", Standing.CLOSED);
        return queries.rules(leads.wanted(everything).scope()).stream()
                .map(one -> new RuleLine(
                        one.kind(),
                        one.programme().isEmpty() ? "" : Rules.title(pack, one.programme()),
                        one.cause(),
                        rules.words(pack, one.kind(), one.programme(), one.cause()),
                        one.found(),
                        one.closed(),
                        one.falseAlarms()))
                .toList();
    }
}
