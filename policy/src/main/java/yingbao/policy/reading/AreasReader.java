package yingbao.policy.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Areas.AreaGroup;
import yingbao.policy.pack.Location;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.ValueException;

/** Reads the tables of divisions, {@code areas/*.csv}, as one, and {@code areas/groups.yaml}. */
final class AreasReader {
    private static final String FOLDER = "areas";
    /** The table that every pack has; others beside it add to it. */
    private static final String FILE = "areas/areas.csv";

    private static final String HEADER = "code,name,level,parent,from,to,successor";
    private static final String GROUPS = "areas/groups.yaml";
    private static final int COLUMNS = 7;

    private final PackFiles files;
    private final Set<String> sources;
    private final Faults faults;

    AreasReader(PackFiles files, Set<String> sources, Faults faults) {
        this.files = files;
        this.sources = sources;
        this.faults = faults;
    }

    Areas read() {
        Map<Location, Area> areas = new LinkedHashMap<>();
        if (!files.has(FILE)) {
            faults.add(new Location(FILE, 1, 1), "pack.no-file", FILE);
            return new Areas(List.of(), List.of());
        }
        for (String file : files.csvIn(FOLDER)) {
            read(file, areas);
        }
        Areas tree = new Areas(areas.values(), groups());
        checkTree(areas, tree);
        return tree;
    }

    private void read(String file, Map<Location, Area> areas) {
        int line = 0;
        boolean brokenBefore = false;
        for (String row : files.text(file).lines().toList()) {
            line++;
            int broken = row.indexOf(PackFiles.NOT_UTF_8);
            if (broken >= 0 && !brokenBefore) {
                faults.add(new Location(file, line, broken + 1), "pack.encoding");
                brokenBefore = true;
            }
            if (line == 1) {
                if (!row.equals(HEADER)) {
                    faults.add(new Location(file, 1, 1), "areas.header", HEADER);
                }
            } else if (!row.isBlank()) {
                Location at = new Location(file, line, 1);
                area(row, at).ifPresent(area -> areas.put(at, area));
            }
        }
    }

    private Optional<Area> area(String row, Location at) {
        String[] cells = row.split(",", -1);
        if (cells.length != COLUMNS) {
            faults.add(at, "areas.columns", Integer.toString(COLUMNS), Integer.toString(cells.length));
            return Optional.empty();
        }
        try {
            return Optional.of(new Area(
                    new AreaCode(cells[0]),
                    cells[1],
                    AreaLevel.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                    optionalCode(cells[3]),
                    new DateRange(day(cells[4], LocalDate.MIN), day(cells[5], LocalDate.MAX)),
                    optionalCode(cells[6])));
        } catch (ValueException invalid) {
            faults.add(at, invalid.code(), invalid.args());
        } catch (DateTimeException | IllegalArgumentException invalid) {
            faults.add(at, "areas.row", row);
        }
        return Optional.empty();
    }

    private static Optional<AreaCode> optionalCode(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(new AreaCode(digits));
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text.isEmpty() ? otherwise : LocalDate.parse(text);
    }

    private void checkTree(Map<Location, Area> areas, Areas tree) {
        Map<AreaCode, List<DateRange>> borne = new HashMap<>();
        areas.forEach((at, area) -> {
            if (area.parent().isPresent() && !tree.knows(area.parent().get())) {
                faults.add(at, "areas.parent", area.parent().get().digits());
            }
            if (area.successor().isPresent() && !tree.knows(area.successor().get())) {
                faults.add(at, "areas.successor", area.successor().get().digits());
            }
            List<DateRange> before = borne.computeIfAbsent(area.code(), _ -> new ArrayList<>(1));
            if (before.stream().anyMatch(area.range()::overlaps)) {
                faults.add(at, "pack.twice", area.code().digits());
            }
            before.add(area.range());
        });
    }

    private List<AreaGroup> groups() {
        List<AreaGroup> groups = new ArrayList<>();
        if (files.has(GROUPS)) {
            Entry.read(files.yaml(GROUPS, faults), faults, file -> {
                for (Yaml item : file.items("groups")) {
                    Entry.read(item, faults, group -> {
                        group.citations("cites", sources);
                        groups.add(new AreaGroup(group.text("id"), group.text("title"), group.texts("areas")));
                    });
                }
            });
        }
        return groups;
    }
}
