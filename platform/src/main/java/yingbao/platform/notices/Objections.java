package yingbao.platform.notices;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;

/** Objections as those see them who answer them. */
@Service
public class Objections {
    private static final String SUBJECT = "objection";

    private final ObjectionQueries queries;
    private final NoticeQueries notices;
    private final Audit audit;
    private final Today today;

    Objections(ObjectionQueries queries, NoticeQueries notices, Audit audit, Today today) {
        this.queries = queries;
        this.notices = notices;
        this.audit = audit;
        this.today = today;
    }

    /** Objections in the caller's area, newest first: those that wait for an answer, or those that have one. */
    @Transactional(readOnly = true)
    public Page<ObjectionView> list(boolean answered, int offset, int size) {
        AreaScope scope = Callers.current().scope();
        return new Page<>(
                queries.in(scope, answered, Math.max(0, offset), Page.bounded(size)), queries.count(scope, answered));
    }

    /** Objections to notices of a case, newest first. */
    @Transactional(readOnly = true)
    public List<ObjectionView> ofCase(UUID caseId) {
        return queries.ofCase(caseId);
    }

    /**
     * One objection.
     *
     * @throws Refusal {@code notices.objection-unknown} when the caller sees none
     */
    @Transactional(readOnly = true)
    public ObjectionView find(ObjectionId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("notices.objection-unknown"));
    }

    /**
     * How to reach whoever objected; each time is an entry in the log.
     *
     * @throws Refusal {@code notices.no-contact} when nobody left word
     */
    @Transactional
    public String contact(ObjectionId id) {
        ObjectionView objection = find(id);
        String contact = queries.contact(id).orElseThrow(() -> Refusal.notFound("notices.no-contact"));
        record("objection.contact", objection);
        return contact;
    }

    /** The case is looked into again because of it; in the transaction of that step. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeUp(ObjectionId id) {
        ObjectionView objection = find(id);
        if (!queries.takeUp(id)) {
            throw Refusal.conflict("notices.objection-taken", objection.number());
        }
        record("objection.take-up", objection);
    }

    /**
     * Answers an objection; whoever has its number reads the answer.
     *
     * @throws Refusal {@code notices.answer-missing}, {@code notices.objection-answered}
     */
    @Transactional
    public void answer(ObjectionId id, String answer) {
        ObjectionView objection = find(id);
        if (answer.isBlank()) {
            throw Refusal.at("/answer", "notices.answer-missing");
        }
        if (!queries.answer(id, answer.strip(), today.date(), Callers.current().name())) {
            throw Refusal.conflict("notices.objection-answered", objection.number());
        }
        record("objection.answer", objection);
    }

    private void record(String action, ObjectionView objection) {
        AreaCode area = notices.find(objection.notice())
                .map(notice -> new AreaCode(notice.wallCode()))
                .orElse(Callers.current().area());
        audit.record(action, SUBJECT, objection.id().value(), area, Map.of("number", objection.number()));
    }
}
