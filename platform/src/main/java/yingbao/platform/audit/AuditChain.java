package yingbao.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.policy.value.AreaCode;

/** Chains the entries together, and proves that they are as they were. */
@Service
public class AuditChain {
    private static final int BATCH = 5_000;

    private final AuditQueries queries;
    private final TransactionTemplate transaction;
    private final Caller platform;

    /** What a check of the chain found. */
    public sealed interface Proof {
        /** Every entry is as it was when it was chained. */
        record Whole(long entries) implements Proof {}

        /**
         * The first place where the chain does not fit.
         *
         * @param position its place in the chain, from 1
         * @param entry the entry there; empty when it is gone
         */
        record Broken(long position, Optional<Entry> entry) implements Proof {}
    }

    @Autowired
    AuditChain(AuditQueries queries, PlatformTransactionManager transactions, Divisions divisions) {
        this(queries, transactions, Caller.platform(divisions.root()));
    }

    private AuditChain(AuditQueries queries, PlatformTransactionManager transactions, Caller platform) {
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
        this.platform = platform;
    }

    /** The chain in a database, for those who check it from outside the platform. */
    public static AuditChain in(DataSource database, PlatformTransactionManager transactions, AreaCode root) {
        AuditQueries queries = new AuditQueries(
                JdbcClient.create(database),
                new JdbcTemplate(database),
                JsonMapper.builder().build());
        return new AuditChain(queries, transactions, Caller.platform(root));
    }

    /** Adds what was committed since the last time. */
    @Scheduled(fixedDelayString = "PT1S")
    public void extend() {
        int added = BATCH;
        while (added == BATCH) {
            added = inTransaction(this::extendOnce);
        }
    }

    private int extendOnce() {
        queries.holdChain();
        Optional<AuditQueries.Linked> last = queries.lastLink();
        long position = last.map(AuditQueries.Linked::position).orElse(0L);
        Hash hash = last.map(AuditQueries.Linked::hash).orElse(Hash.BEGINNING);
        List<AuditQueries.Linked> links = new ArrayList<>();
        for (Entry entry : queries.takePending(BATCH)) {
            position++;
            hash = hash.then(position, entry);
            links.add(new AuditQueries.Linked(position, hash, Optional.of(entry)));
        }
        queries.link(links);
        return links.size();
    }

    /** Checks the whole chain against the entries as they are now. */
    public Proof verify() {
        extend();
        long position = 0;
        Hash hash = Hash.BEGINNING;
        while (true) {
            long after = position;
            List<AuditQueries.Linked> links = inTransaction(() -> queries.chainAfter(after, BATCH));
            for (AuditQueries.Linked link : links) {
                position++;
                if (link.position() != position || link.entry().isEmpty()) {
                    return new Proof.Broken(position, link.entry());
                }
                hash = hash.then(position, link.entry().get());
                if (!hash.equals(link.hash())) {
                    return new Proof.Broken(position, link.entry());
                }
            }
            if (links.size() < BATCH) {
                return end(position);
            }
        }
    }

    private Proof end(long position) {
        Optional<Entry> unlinked = inTransaction(() -> queries.unlinked());
        return unlinked.isEmpty() ? new Proof.Whole(position) : new Proof.Broken(position + 1, unlinked);
    }

    private <T> T inTransaction(Callers.Deed<T, RuntimeException> work) {
        return Callers.as(platform, () -> Objects.requireNonNull(transaction.execute(_ -> work.run())));
    }
}
