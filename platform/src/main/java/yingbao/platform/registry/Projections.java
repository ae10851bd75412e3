package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.value.CitizenId;

/** Keeps the rows of households and persons, by which they are listed and found, true to the statements. */
@Component
class Projections {
    /** 本人 and 户主 of GB/T 4761, the head of household first. */
    private static final List<String> HEADS = List.of("02", "01");

    /** The code of the head of household. */
    static final String HEAD = HEADS.getFirst();

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final RegisterQueries queries;
    private final FileReader files;
    private final Sealer sealer;
    private final Today today;

    /** What the row of a person holds of the facts. */
    record Known(
            String name,
            Names.Sound sound,
            Optional<CitizenId> citizenId,
            String sex,
            Optional<LocalDate> birthDate,
            Optional<LocalDate> diedOn) {}

    Projections(JdbcTemplate jdbc, RegisterQueries queries, FileReader files, Sealer sealer, Today today) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.files = files;
        this.sealer = sealer;
        this.today = today;
    }

    static Known known(Facts person) {
        Optional<CitizenId> citizenId = FileReader.text(person, "citizen_id").map(CitizenId::new);
        String name = FileReader.text(person, "name").orElse("");
        return new Known(
                name,
                Names.sound(name),
                citizenId,
                FileReader.text(person, "sex")
                        .or(() -> citizenId.map(id -> Integer.toString(id.sex().code())))
                        .orElse(""),
                day(person, "birth_date").or(() -> citizenId.map(CitizenId::birthDate)),
                day(person, "died_on"));
    }

    private static Optional<LocalDate> day(Facts facts, String name) {
        return facts.given(name)
                .filter(Value.Whole.class::isInstance)
                .map(value -> LocalDate.ofEpochDay(((Value.Whole) value).value()));
    }

    /** The one whose name a household goes by: the head, or who comes first. */
    static Optional<Facts> head(List<Facts> members) {
        return HEADS.stream()
                .flatMap(code -> members.stream()
                        .filter(member -> FileReader.text(member, "relation")
                                .filter(code::equals)
                                .isPresent()))
                .findFirst()
                .or(() -> members.stream().findFirst());
    }

    /** Brings the rows of households, of their members and of further persons up to date. */
    void refresh(Collection<HouseholdId> households, Collection<PersonId> further) {
        LocalDate day = today.date();
        List<UUID> ids = households.stream().map(HouseholdId::value).distinct().toList();
        List<HouseholdFile> read = files.read(queries.households(ids), day, Optional.empty());
        Map<PersonId, Facts> persons = new HashMap<>();
        for (HouseholdFile file : read) {
            for (int member = 0; member < file.memberIds().size(); member++) {
                persons.put(
                        file.memberIds().get(member), file.household().members().get(member));
            }
        }
        List<PersonId> others =
                further.stream().filter(person -> !persons.containsKey(person)).toList();
        persons.putAll(files.persons(others, day));
        writePersons(persons);
        writeHouseholds(read);
    }

    private void writeHouseholds(List<HouseholdFile> read) {
        jdbc.batchUpdate(
                "update registry.household set address = ?, head_name = ?, member_count = ? where id = ?",
                read,
                BATCH,
                (statement, file) -> {
                    String head = head(file.household().members())
                            .flatMap(facts -> FileReader.text(facts, "name"))
                            .orElse("");
                    statement.setString(1, file.address());
                    statement.setString(2, head);
                    statement.setInt(3, file.memberIds().size());
                    statement.setObject(4, file.id().value());
                });
    }

    private void writePersons(Map<PersonId, Facts> persons) {
        jdbc.batchUpdate("""
                update registry.person
                   set name = ?, pinyin = ?, initials = ?, citizen_index = ?, citizen_sealed = ?, citizen_masked = ?,
                       sex = ?, birth_date = ?, died_on = ?
                 where id = ?
                """, persons.entrySet(), BATCH, (statement, person) -> {
            Known known = known(person.getValue());
            statement.setString(1, known.name());
            statement.setString(2, known.sound().pinyin());
            statement.setString(3, known.sound().initials());
            statement.setBytes(4, orNull(known.citizenId().map(id -> sealer.blindIndex(id.value()))));
            statement.setBytes(5, orNull(known.citizenId().map(id -> sealer.seal(id.value()))));
            statement.setString(6, known.citizenId().map(CitizenId::masked).orElse(""));
            statement.setString(7, known.sex());
            statement.setObject(8, orNull(known.birthDate()));
            statement.setObject(9, orNull(known.diedOn()));
            statement.setObject(10, person.getKey().value());
        });
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
