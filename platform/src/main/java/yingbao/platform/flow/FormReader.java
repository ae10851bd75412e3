package yingbao.platform.flow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Workflow.State;
import yingbao.policy.value.Money;

/** Reads what somebody sent into a state's form; the same for a browser and for what was kept before. */
public final class FormReader {
    private static final int TEXT_MAX = 4000;
    private static final int PEOPLE_MAX = 60;
    private static final int NAME_MAX = 60;
    private static final long COUNT_MAX = 1_000_000;
    private static final long FEN_MAX = 1_000_000_000_000L;
    private static final long YUAN_MAX = FEN_MAX / 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final Days days;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private FormReader(Days days) {
        this.days = days;
    }

    /**
     * Which days a form takes.
     *
     * @param last today: no day after it can have been entered
     */
    public record Days(Flow.Earliest first, LocalDate last) {
        /** What was kept was looked at when it was entered. */
        static final Days ANY = new Days(new Flow.Earliest(FIRST_DAY, Optional.empty()), LocalDate.MAX);
    }

    /**
     * A form as read.
     *
     * @param entries what was understood, in the form's order
     * @param obstacles what was not, and what is demanded and missing
     */
    public record Reading(Map<String, Entry> entries, List<Obstacle> obstacles) {}

    /**
     * Reads a form.
     *
     * @param demanded whether required fields are
     */
    public static Reading read(State state, Map<String, ?> sent, boolean demanded, Days days) {
        FormReader reader = new FormReader(days);
        for (Field field : state.form()) {
            reader.read(field, sent.get(field.id()), demanded);
        }
        for (String id : sent.keySet()) {
            if (state.field(id).isEmpty()) {
                reader.obstacles.add(Obstacle.at("/form/" + id, "flow.field-unknown", id, state.title()));
            }
        }
        return new Reading(reader.entries, List.copyOf(reader.obstacles));
    }

    /** What was kept of a form; a field that the workflow no longer has is left out. */
    public static Map<String, Entry> kept(State state, Map<String, ?> kept) {
        FormReader reader = new FormReader(Days.ANY);
        for (Field field : state.form()) {
            reader.read(field, kept.get(field.id()), false);
        }
        return reader.entries;
    }

    private void read(Field field, @Nullable Object sent, boolean demanded) {
        if (sent == null || sent.equals("") || (sent instanceof List<?> list && list.isEmpty())) {
            if (demanded && field.required()) {
                obstacles.add(Obstacle.at("/form/" + field.id(), "flow.field-missing", field.title()));
            }
            return;
        }
        Optional<Entry> entry = switch (field.kind()) {
            case TEXT -> text(sent);
            case COUNT -> whole(sent, COUNT_MAX).map(Entry.Count::new);
            case DATE -> day(sent);
            case FLAG -> sent instanceof Boolean flag ? Optional.of(new Entry.Flag(flag)) : Optional.empty();
            case MONEY -> whole(sent, FEN_MAX).map(fen -> new Entry.Amount(Money.ofFen(fen)));
            case PEOPLE -> people(sent);
            case CHOICE -> choice(field, sent);
        };
        entry.ifPresentOrElse(
                read -> {
                    entries.put(field.id(), read);
                    if (read instanceof Entry.Day(LocalDate day)
                            && day.isBefore(days.first().day())) {
                        obstacles.add(early(field));
                    }
                },
                () -> obstacles.add(Obstacle.at(
                        "/form/" + field.id(),
                        "flow.field-" + field.kind().name().toLowerCase(java.util.Locale.ROOT),
                        field.title(),
                        most(field.kind()))));
    }

    private Obstacle early(Field field) {
        String pointer = "/form/" + field.id();
        LocalDate first = days.first().day();
        return days.first()
                .of()
                .map(step -> Obstacle.at(pointer, "flow.field-before-step", field.title(), first, days.last(), step))
                .orElseGet(
                        () -> Obstacle.at(pointer, "flow.field-before-application", field.title(), first, days.last()));
    }

    /** The bound that the refusal of a kind names. */
    private static long most(Field.Kind kind) {
        return switch (kind) {
            case TEXT -> TEXT_MAX;
            case COUNT -> COUNT_MAX;
            case MONEY -> YUAN_MAX;
            case PEOPLE -> PEOPLE_MAX;
            case DATE, FLAG, CHOICE -> 0;
        };
    }

    private static Optional<Entry> text(Object sent) {
        return sent instanceof String text && text.length() <= TEXT_MAX && !text.isBlank()
                ? Optional.of(new Entry.Text(text.strip()))
                : Optional.empty();
    }

    private static Optional<Long> whole(Object sent, long most) {
        return sent instanceof Integer || sent instanceof Long
                ? Optional.of(((Number) sent).longValue()).filter(number -> number >= 0 && number <= most)
                : Optional.empty();
    }

    private Optional<Entry> day(Object sent) {
        try {
            return sent instanceof String text
                    ? Optional.of(LocalDate.parse(text))
                            .filter(day -> !day.isAfter(days.last()) && !day.isBefore(FIRST_DAY))
                            .map(Entry.Day::new)
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> people(Object sent) {
        if (!(sent instanceof List<?> list) || list.size() > PEOPLE_MAX) {
            return Optional.empty();
        }
        List<String> names = list.stream()
                .map(name -> name instanceof String text ? text.strip() : "")
                .distinct()
                .toList();
        return names.stream().allMatch(name -> !name.isEmpty() && name.length() <= NAME_MAX)
                ? Optional.of(new Entry.People(names))
                : Optional.empty();
    }

    private static Optional<Entry> choice(Field field, Object sent) {
        return sent instanceof String id && field.choices().containsKey(id)
                ? Optional.of(new Entry.Choice(id))
                : Optional.empty();
    }
}
