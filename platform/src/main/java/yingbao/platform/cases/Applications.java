package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;

/** Checks applications before a case is opened. */
@Component
class Applications {
    private static final int REMARK_MAX = 200;
    private static final int NAME_MAX = 60;

    /** The version of the programme that is applied for, where nothing is missing. */
    Programme check(Pack pack, NewCase application, HouseholdFile file, LocalDate today) {
        if (application.appliedOn().isAfter(today)) {
            throw Refusal.at("/appliedOn", "cases.applied-later", today);
        }
        Programme version = version(pack, application);
        checkPerson(version, application, file);
        Workflow workflow = pack.workflow(version.workflow()).orElseThrow();
        if (workflow.authorisation()
                && application.authorisedOn().filter(day -> !day.isAfter(today)).isEmpty()) {
            throw Refusal.at("/authorisedOn", "cases.authorisation-missing");
        }
        if (application.kin() && application.kinRemark().isBlank()) {
            throw Refusal.at("/kinRemark", "cases.kin-missing");
        }
        if (application.kinRemark().length() > REMARK_MAX) {
            throw Refusal.at("/kinRemark", "cases.too-long", REMARK_MAX);
        }
        if (application.payee().length() > NAME_MAX) {
            throw Refusal.at("/payee", "cases.too-long", NAME_MAX);
        }
        return version;
    }

    private static Programme version(Pack pack, NewCase application) {
        return pack.programmesOn(application.appliedOn()).stream()
                .filter(candidate -> candidate.id().equals(application.programme()))
                .findFirst()
                .orElseThrow(() -> Refusal.at(
                        "/appliedOn",
                        "cases.programme-not-in-force",
                        title(pack, application.programme()),
                        application.appliedOn()));
    }

    /** What people call a programme that is not in force just then. */
    private static String title(Pack pack, String programme) {
        return pack.programmes().stream()
                .filter(version -> version.id().equals(programme))
                .map(Programme::title)
                .findFirst()
                .orElse(programme);
    }

    private static void checkPerson(Programme version, NewCase application, HouseholdFile file) {
        boolean ofPerson = version.holder() == Holder.PERSON;
        if (ofPerson && application.person().isEmpty()) {
            throw Refusal.at("/person", "cases.person-missing", version.title());
        }
        if (!ofPerson && application.person().isPresent()) {
            throw Refusal.at("/person", "cases.person-unneeded", version.title());
        }
        if (application.person().flatMap(file::member).isEmpty()
                && application.person().isPresent()) {
            throw Refusal.at("/person", "cases.person-unknown");
        }
    }

    /** Who applies: the person, or the first member for a household. */
    String applicant(NewCase application, HouseholdFile file) {
        Optional<Facts> person = application
                .person()
                .flatMap(file::member)
                .or(() -> file.household().members().stream().findFirst());
        return person.flatMap(facts -> NoticeTexts.text(facts, "name"))
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> Refusal.conflict("cases.nobody-named"));
    }
}
