package yingbao.platform.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;

/** Takes entries about deeds. */
@Service
public class Audit {
    private final AuditQueries queries;
    private final Today today;

    Audit(AuditQueries queries, Today today) {
        this.queries = queries;
        this.today = today;
    }

    /**
     * Something that was done to one thing.
     *
     * @param action a stable name of what was done, such as {@code person.open}
     * @param subject the kind of thing
     * @param id which one
     * @param area where it is
     * @param detail particulars; never a sealed value
     */
    public record Deed(String action, String subject, String id, AreaCode area, Map<String, String> detail) {
        public Deed {
            detail = Map.copyOf(detail);
        }
    }

    /** Takes one entry, in the transaction of the deed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subject, Object id, AreaCode area, Map<String, String> detail) {
        recordAll(List.of(new Deed(action, subject, id.toString(), area, detail)));
    }

    /** Takes many entries at once, in the transaction of the deeds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(Collection<Deed> deeds) {
        Caller caller = Callers.current();
        queries.insert(deeds, caller.user().value(), caller.name(), today);
    }

    /** Entries that a caller may see, newest first. */
    @Transactional(readOnly = true)
    public Page<Entry> find(AuditFilter filter) {
        return new Page<>(queries.find(filter), queries.count(filter));
    }
}
