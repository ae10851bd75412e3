package yingbao.policy.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import yingbao.policy.pack.CodeList;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.WorkingCalendar;

/** Reads code lists and working-day calendars. */
final class ReferenceReader {
    private final PackFiles files;
    private final Faults faults;

    ReferenceReader(PackFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    Map<String, CodeList> codes() {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        for (String path : files.yamlIn("codes")) {
            Entry.read(files.yaml(path, faults), faults, file -> {
                Map<String, String> values = new LinkedHashMap<>();
                file.entries("values").forEach((code, label) -> {
                    if (label instanceof Yaml.Scalar scalar) {
                        values.put(code, scalar.value());
                    } else {
                        faults.add(label.location(), "yaml.text-expected", code);
                    }
                });
                CodeList list = new CodeList(file.text("codes"), file.text("title"), file.text("standard"), values);
                mark(file);
                if (lists.put(list.id(), list) != null) {
                    faults.add(file.at("codes"), "pack.twice", list.id());
                }
            });
        }
        return lists;
    }

    private void mark(Entry entry) {
        Yaml.Scalar mark = entry.scalar("mark");
        if (Mark.parse(mark.value()).isEmpty() && !mark.value().isEmpty()) {
            faults.add(mark.location(), "pack.mark", mark.value());
        }
    }

    WorkingCalendar calendar(Yaml.Scalar wanted) {
        String path = "calendar/" + wanted.value() + ".yaml";
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        Map<LocalDate, String> holidays = new LinkedHashMap<>();
        Set<LocalDate> working = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        String[] title = {""};
        if (wanted.value().isEmpty()) {
            return new WorkingCalendar("", "", weekend, holidays, working, years);
        }
        if (!files.has(path)) {
            faults.add(wanted.location(), "pack.no-file", path);
        } else {
            Entry.read(files.yaml(path, faults), faults, file -> {
                file.text("calendar");
                title[0] = file.text("title");
                for (Yaml.Scalar day : file.scalars("weekend")) {
                    try {
                        weekend.add(DayOfWeek.valueOf(day.value()));
                    } catch (IllegalArgumentException notADay) {
                        faults.add(day.location(), "calendar.weekday", day.value());
                    }
                }
                file.entries("years").forEach((year, days) -> {
                    try {
                        years.add(Integer.parseInt(year));
                    } catch (NumberFormatException notAYear) {
                        faults.add(days.location(), "parameters.number", year);
                    }
                    Entry.read(days, faults, entry -> year(entry, holidays, working));
                });
            });
        }
        return new WorkingCalendar(wanted.value(), title[0], weekend, holidays, working, years);
    }

    private void year(Entry entry, Map<LocalDate, String> holidays, Set<LocalDate> working) {
        entry.text("source");
        entry.entries("holidays").forEach((day, name) -> {
            if (name instanceof Yaml.Scalar scalar) {
                try {
                    holidays.put(LocalDate.parse(day), scalar.value());
                } catch (DateTimeException notADate) {
                    faults.add(scalar.location(), "yaml.date", day);
                }
            }
        });
        for (Yaml.Scalar day : entry.scalars("working")) {
            try {
                working.add(LocalDate.parse(day.value()));
            } catch (DateTimeException notADate) {
                faults.add(day.location(), "yaml.date", day.value());
            }
        }
    }
}
