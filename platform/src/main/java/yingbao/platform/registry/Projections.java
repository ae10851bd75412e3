package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Set<PersonId> others = new HashSet<>(further);
        for (HouseholdFile file : read) {
            file.memberIds().forEach(others::remove);
            for (int member = 0; member < file.memberIds().size(); member++) {
                write(file.memberIds().get(member), file.household().members().get(member));
            }
            String head = head(file.household().members())
                    .flatMap(facts -> FileReader.text(facts, "name"))
                    .orElse("");
            jdbc.update(
                    "update registry.household set address = ?, head_name = ?, member_count = ? where id = ?",
                    file.address(),
                    head,
                    file.memberIds().size(),
                    file.id().value());
        }
        Map<PersonId, Facts> facts = files.persons(others, day);
        others.forEach(person -> Optional.ofNullable(facts.get(person)).ifPresent(known -> write(person, known)));
    }

    private void write(PersonId person, Facts facts) {
        Known known = known(facts);
        jdbc.update(
                """
                update registry.person
                   set name = ?, pinyin = ?, initials = ?, citizen_index = ?, citizen_sealed = ?, citizen_masked = ?,
                       sex = ?, birth_date = ?, died_on = ?
                 where id = ?
                """,
                known.name(),
                known.sound().pinyin(),
                known.sound().initials(),
                orNull(known.citizenId().map(id -> sealer.blindIndex(id.value()))),
                orNull(known.citizenId().map(id -> sealer.seal(id.value()))),
                known.citizenId().map(CitizenId::masked).orElse(""),
                known.sex(),
                orNull(known.birthDate()),
                orNull(known.diedOn()),
                person.value());
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
