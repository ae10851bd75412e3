package yingbao.platform.notices;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;

/** Hangs notices and takes them down. */
@Service
public class Notices {
    private final NoticeQueries queries;
    private final ObjectionQueries objections;
    private final Today today;

    Notices(NoticeQueries queries, ObjectionQueries objections, Today today) {
        this.queries = queries;
        this.objections = objections;
        this.today = today;
    }

    /** Hangs a notice, in the transaction of the step that wants it. Of a case no more than one hangs at a time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public NoticeId open(NewNotice notice) {
        return openAll(List.of(notice)).getFirst();
    }

    /** Hangs many notices at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<NoticeId> openAll(List<NewNotice> notices) {
        List<UUID> ids = Stream.generate(today::newId).limit(notices.size()).toList();
        queries.insert(notices, ids);
        return ids.stream().map(NoticeId::new).toList();
    }

    /** Takes down whatever hangs of a case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID caseId, String how) {
        queries.close(caseId, today.date(), how);
    }

    /** Lets the notices of cases, and what is objected to them, be seen where the cases are now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Collection<UUID> cases, AreaCode area) {
        queries.follow(cases, area);
    }

    /** Every notice of a case, newest first. */
    @Transactional(readOnly = true)
    public List<NoticeView> ofCase(UUID caseId) {
        return queries.ofCase(caseId);
    }

    /** How many objections to notices of a case wait for an answer. */
    @Transactional(readOnly = true)
    public int openObjections(UUID caseId) {
        return objections.open(caseId);
    }
}
