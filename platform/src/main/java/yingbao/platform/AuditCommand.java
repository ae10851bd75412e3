package yingbao.platform;

import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import yingbao.platform.audit.AuditChain;
import yingbao.platform.audit.Entry;
import yingbao.platform.database.Database;
import yingbao.platform.database.DatabaseProblem;
import yingbao.platform.kernel.ScopedTransactionManager;
import yingbao.policy.value.AreaCode;

/** What can be done with the log from the command line. */
@Command(name = "audit", subcommands = AuditCommand.Verify.class, description = "操作日志 The log")
class AuditCommand {

    /** Proves the chain. */
    @Command(name = "verify", description = "验证日志链，指出第一条被改动的记录 Prove the chain, or name the first broken entry")
    static class Verify implements Callable<Integer> {
        private static final int BROKEN = 1;
        private static final int FAILED = 3;

        @Mixin
        private Installation installation = new Installation();

        @Override
        public Integer call() {
            try {
                return installation.look(Verify::verify);
            } catch (DatabaseProblem problem) {
                System.err.println(Installation.text(problem));
                return FAILED;
            }
        }

        private static int verify(Database database) {
            database.requireSchema("audit");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(database.application().user());
            source.setPassword(database.application().password());
            AreaCode everything = new AreaCode("100000000000");
            return tell(AuditChain.in(source, new ScopedTransactionManager(source), everything)
                    .verify());
        }

        private static int tell(AuditChain.Proof proof) {
            return switch (proof) {
                case AuditChain.Proof.Whole(long entries) -> {
                    System.out.println("日志完整 The log is whole: " + entries);
                    yield 0;
                }
                case AuditChain.Proof.Broken(long position, var entry) -> {
                    System.out.println("日志在第 " + position + " 条断开 The chain breaks at entry " + position + ": "
                            + entry.map(Entry::toString).orElse("记录不见了 the entry is gone"));
                    yield BROKEN;
                }
            };
        }
    }
}
