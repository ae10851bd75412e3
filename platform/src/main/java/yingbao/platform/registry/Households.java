package yingbao.platform.registry;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Sealer;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.ValueException;

/** Finds households by what people type. */
@Service
public class Households {
    private static final Pattern CITIZEN_ID = Pattern.compile("\\d{15}|\\d{17}[\\dXx]");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]*");

    private static final int PERSONS_MAX = 20;

    private final SearchQueries queries;
    private final Register register;
    private final Sealer sealer;
    private final Divisions divisions;

    Households(SearchQueries queries, Register register, Sealer sealer, Divisions divisions) {
        this.queries = queries;
        this.register = register;
        this.sealer = sealer;
        this.divisions = divisions;
    }

    /** A household in a list. */
    public record HouseholdLine(
            HouseholdId id,
            String number,
            String headName,
            int memberCount,
            String areaCode,
            String areaPath,
            String address) {}

    /**
     * Households of an area, or of the caller's.
     *
     * @param typed the beginning of a member's name, pinyin or initials, of the household's number, a whole citizen id,
     *     or the address, of which within a county any part will do; empty for all
     * @param area twelve digits; empty for all that the caller sees
     */
    @Transactional(readOnly = true)
    public Page<HouseholdLine> find(String typed, String area, int offset, int size) {
        Search search = search(typed, area);
        return new Page<>(rows(search, offset, size), search.total(), search.more());
    }

    /**
     * In which way a text was found, and how often.
     *
     * @param by empty for all households of the scope
     */
    record Search(Optional<SearchQueries.By> by, String key, AreaScope scope, long total, boolean more) {}

    /** Finds out in which way a text is meant, for which households have to be counted; then they may be read. */
    @Transactional(readOnly = true)
    Search search(String typed, String area) {
        AreaScope own = Callers.current().scope();
        AreaScope scope = area.isEmpty() ? own : own.intersect(AreaScope.of(AreaCode.parse(area)));
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            long total = queries.count(scope);
            return new Search(
                    Optional.empty(),
                    "",
                    scope,
                    Math.min(total, SearchQueries.LISTED_MAX),
                    total > SearchQueries.LISTED_MAX);
        }
        for (SearchQueries.By by : ways(wanted)) {
            if (by == SearchQueries.By.PART_OF_ADDRESS && queries.count(scope) > SearchQueries.LISTED_MAX) {
                // Every address has to be read for it: within a county that is quick, in a whole province it is not.
                continue;
            }
            String key = key(by, wanted);
            SearchQueries.Found found = queries.count(by, key, scope);
            if (found.households() > 0) {
                return new Search(Optional.of(by), key, scope, found.households(), found.more());
            }
        }
        return new Search(Optional.empty(), "", scope, 0, false);
    }

    /** Some of what was found. */
    @Transactional(readOnly = true)
    List<HouseholdLine> rows(Search search, int offset, int size) {
        if (search.total() == 0) {
            return List.of();
        }
        return lines(search.by()
                .map(by -> queries.find(by, search.key(), search.scope(), offset, Page.bounded(size)))
                .orElseGet(() -> queries.list(search.scope(), offset, Page.bounded(size))));
    }

    private List<HouseholdLine> lines(List<RegisterQueries.HouseholdRow> rows) {
        return rows.stream().map(this::line).toList();
    }

    /** Persons by the beginning of their name, pinyin or initials, or by a whole citizen id; a few. */
    @Transactional(readOnly = true)
    public List<Register.PersonLine> persons(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<PersonId> found =
                queries.persons(wanted, index(wanted), Callers.current().scope(), PERSONS_MAX);
        Map<PersonId, Register.PersonLine> lines = register.lines(found);
        return found.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList();
    }

    /** In which ways a text can be meant, the likeliest first. */
    private static List<SearchQueries.By> ways(String wanted) {
        if (CITIZEN_ID.matcher(wanted).matches()) {
            return List.of(SearchQueries.By.CITIZEN_ID, SearchQueries.By.NUMBER);
        }
        if (LETTERS.matcher(wanted).matches()) {
            return List.of(SearchQueries.By.INITIALS, SearchQueries.By.PINYIN, SearchQueries.By.NUMBER);
        }
        if (NUMBER.matcher(wanted).matches()) {
            return List.of(SearchQueries.By.NUMBER, SearchQueries.By.ADDRESS, SearchQueries.By.PART_OF_ADDRESS);
        }
        return List.of(SearchQueries.By.NAME, SearchQueries.By.ADDRESS, SearchQueries.By.PART_OF_ADDRESS);
    }

    private String key(SearchQueries.By by, String wanted) {
        return switch (by) {
            case NUMBER, ADDRESS, PART_OF_ADDRESS, NAME -> wanted;
            case PINYIN, INITIALS -> wanted.toLowerCase(Locale.ROOT);
            case CITIZEN_ID -> index(wanted);
        };
    }

    private String index(String wanted) {
        try {
            return HexFormat.of()
                    .formatHex(sealer.blindIndex(CitizenId.parse(wanted).value()));
        } catch (ValueException noCitizenId) {
            return "";
        }
    }

    private HouseholdLine line(RegisterQueries.HouseholdRow row) {
        return new HouseholdLine(
                row.id(),
                row.number(),
                row.headName(),
                row.memberCount(),
                row.area().digits(),
                divisions.shortPath(row.area()),
                row.address());
    }
}
