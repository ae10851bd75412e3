package yingbao.platform.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Component;
import yingbao.platform.access.Right;
import yingbao.platform.access.Users;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.UserId;
import yingbao.platform.programmes.StandardEntry;
import yingbao.platform.programmes.StandardId;
import yingbao.platform.programmes.Standards;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.Register;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.DateRange;

/** What life and offices bring: deaths told late, incomes that rise, a standard raised for months past, new users. */
@Component
class EventStory {
    private static final int FAMILIES_BETWEEN = 7;
    private static final int DEATHS = 2;
    private static final int RAISES = 4;
    private static final long RAISED_FEN = 900_000;
    private static final int MONTHS_LATE = 2;
    private static final LocalDate TOLD_ON = LocalDate.of(2016, 9, 27);
    private static final LocalDate ENTERED_ON = LocalDate.of(2016, 10, 8);
    private static final LocalDate CONFIRMED_ON = LocalDate.of(2016, 10, 9);

    private final Pack pack;
    private final Casting casting;
    private final Steps steps;
    private final LifeEvents life;
    private final Register register;
    private final Standards standards;
    private final Users users;
    private final Properties texts = new Properties();

    EventStory(
            Pack pack,
            Casting casting,
            Steps steps,
            LifeEvents life,
            Register register,
            Standards standards,
            Users users) {
        this.pack = pack;
        this.casting = casting;
        this.steps = steps;
        this.life = life;
        this.register = register;
        this.standards = standards;
        this.users = users;
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(EventStory.class.getResourceAsStream("events.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Step> steps(Scene scene) {
        List<Step> story = new ArrayList<>();
        // Where somebody whom the demonstration offers for signing in sees to what follows.
        AreaScope place = AreaScope.of(scene.cast().clerkPlace());
        List<Candidate> there = casting.candidates(scene).stream()
                .filter(candidate -> !candidate.reserved() && place.contains(candidate.area()))
                .toList()
                .reversed();
        List<Candidate> families =
                there.stream().filter(candidate -> candidate.person().isEmpty()).toList();
        Set<HouseholdId> touched = new HashSet<>();
        for (int number = 0; number < DEATHS + RAISES; number++) {
            int at = number * FAMILIES_BETWEEN;
            if (at < families.size()) {
                touched.add(families.get(at).household());
                story.add(number < DEATHS ? death(scene, families.get(at)) : raise(scene, families.get(at)));
            }
        }
        there.stream()
                .filter(candidate -> candidate.person().isPresent() && !touched.contains(candidate.household()))
                .findFirst()
                .ifPresent(candidate -> story.add(death(scene, candidate)));
        story.addAll(standards(scene));
        story.addAll(users(scene));
        return story;
    }

    /** Somebody died two months ago, and only now it is told: who draws by themselves, or the last of a family. */
    private Step death(Scene scene, Candidate family) {
        Caller clerk = scene.cast().holding(Right.REGISTRY_WRITE, family.area());
        return Step.of("death/" + family.number(), TOLD_ON, clerk, () -> {
            String supplier = supplier("person.birth_date");
            life.dies(
                    family.person().orElse(family.last()),
                    new LifeEvents.Told(TOLD_ON.minusMonths(MONTHS_LATE), supplier, texts.getProperty("death")));
            return "";
        });
    }

    private Step raise(Scene scene, Candidate family) {
        Caller clerk = scene.cast().holding(Right.REGISTRY_WRITE, family.area());
        return Step.of("income/" + family.number(), TOLD_ON, clerk, () -> {
            String wages = texts.getProperty("income.fact");
            register.state(NewStatement.of(
                            family.household(),
                            DateRange.from(TOLD_ON.withDayOfMonth(1)),
                            Map.of(wages, Optional.of(new Value.Whole(RAISED_FEN))),
                            supplier("household." + wages),
                            NewStatement.Cause.SURVEY)
                    .provenBy(texts.getProperty("income"), Optional.empty()));
            return "";
        });
    }

    private String supplier(String fact) {
        return pack.catalogue().find(fact).map(Fact::supplier).orElseThrow();
    }

    /** One standard is raised for months past and confirmed, another waits for a second person. */
    private List<Step> standards(Scene scene) {
        Caller enters = scene.cast().holding(Right.STANDARD_ENTER, scene.county(), 0);
        Caller confirms = scene.cast().holding(Right.STANDARD_CONFIRM, scene.county(), 1);
        Step raised = Step.of("standard/raised", ENTERED_ON, enters, () -> entered(scene, "raised"));
        Step confirmed = Step.after(
                raised,
                "standard/raised/confirm",
                CONFIRMED_ON,
                confirms,
                () -> standards
                        .confirm(StandardId.valueOf(steps.result(raised.name()).orElseThrow()), "")
                        .state());
        Step waiting = Step.of("standard/waiting", CONFIRMED_ON, enters, () -> entered(scene, "waiting"));
        return List.of(raised, confirmed, waiting);
    }

    private String entered(Scene scene, String which) {
        String key = "standard." + which + ".";
        return standards
                .enter(new StandardEntry(
                        texts.getProperty(key + "parameter"),
                        scene.county().shortForm(),
                        texts.getProperty(key + "yuan"),
                        LocalDate.parse(texts.getProperty(key + "from")),
                        Optional.empty(),
                        texts.getProperty("standard.title"),
                        texts.getProperty(key + "number"),
                        ENTERED_ON.minusDays(1),
                        texts.getProperty("standard.note")))
                .id()
                .value()
                .toString();
    }

    /** Two are invited, of whom one is let go again before ever signing in. */
    private List<Step> users(Scene scene) {
        Caller keeper = scene.cast().holding(Right.USER_MANAGE, scene.county());
        Caller model = scene.cast().holding(Right.REGISTRY_IMPORT, scene.cast().clerkPlace(), 0);
        Step stays = Step.of("user/stays", ENTERED_ON, keeper, () -> invited(model, "demo.invited", "user.stays"));
        Step goes = Step.of("user/goes", ENTERED_ON, keeper, () -> invited(model, "demo.left", "user.goes"));
        Step closed = Step.after(goes, "user/goes/close", CONFIRMED_ON, keeper, () -> {
            UserId left = users.list("demo.left", 0, 1).rows().getFirst().id();
            users.close(left);
            return "";
        });
        return List.of(stays, goes, closed);
    }

    private String invited(Caller model, String login, String name) {
        users.invite(new Users.Invited(login, texts.getProperty(name), model.role(), model.area()));
        return login;
    }
}
