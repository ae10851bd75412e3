package yingbao.platform;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import yingbao.platform.database.Database;
import yingbao.platform.database.DatabaseProblem;
import yingbao.platform.database.EmbeddedPostgres;
import yingbao.platform.database.KeyProof;
import yingbao.platform.database.Secrets;
import yingbao.policy.Messages;

/** Where an installation keeps its data, and how its parts are reached; shared by all commands. */
class Installation {
    private static final String DEMO_COUNTY = "229901";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "数据目录（默认：用户目录下的 .yingbao，root 为 /var/lib/yingbao；演示另加 -demo） Where data is kept")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--demo", description = "演示用的一个县，两万户都是虚构的 A demonstration with a made-up county")
    private boolean demo;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "业务日期，写成 2016-10-01 这样（默认：今天） The business date")
    private Optional<LocalDate> today = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示用法 Show how it is used")
    @SuppressWarnings("UnusedVariable") // Picocli reads it.
    private boolean help;

    boolean isDemo() {
        return demo;
    }

    /** PostgreSQL cannot run as root, and who it then runs as cannot pass through root's own folder. */
    Path data() {
        String user = System.getProperty("user.name");
        Path folder = user.equals("root")
                ? Path.of("/var/lib/yingbao")
                : Path.of(System.getProperty("user.home"), ".yingbao");
        Path usual = demo ? folder.resolveSibling(folder.getFileName() + "-demo") : folder;
        return data.orElse(usual).toAbsolutePath();
    }

    /**
     * The database to serve: the department's own where the environment names one, else the one that comes along.
     *
     * @param atShutdown takes what must be stopped after everything that uses the database
     */
    Database serve(Consumer<Runnable> atShutdown) {
        return Database.fromEnvironment(System.getenv())
                .orElseGet(() -> EmbeddedPostgres.start(data(), atShutdown).database());
    }

    /** Does something with the database, whether a platform serves it just now or not. */
    <T> T look(Function<Database, T> deed) {
        Optional<Database> departments = Database.fromEnvironment(System.getenv());
        if (departments.isPresent()) {
            return deed.apply(departments.get());
        }
        EmbeddedPostgres.requireKept(data());
        Optional<Database> served = EmbeddedPostgres.running(data());
        if (served.isPresent()) {
            return deed.apply(served.get());
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data())) {
            return deed.apply(postgres.database());
        }
    }

    /** What the application is told. */
    Map<String, Object> properties(Database database) {
        Secrets secrets = Secrets.in(data());
        KeyProof.check(database, secrets);
        Path home = Path.of(System.getProperty("yingbao.home", "."));
        Map<String, Object> properties = new HashMap<>();
        // A failed statement's values are personal data and stay out of the log.
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "logServerErrorDetail=false";
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", database.application().user());
        properties.put("spring.datasource.password", database.application().password());
        properties.put("spring.flyway.url", database.url());
        properties.put("spring.flyway.user", database.owner().user());
        properties.put("spring.flyway.password", database.owner().password());
        properties.put("yingbao.key.sealing", Base64.getEncoder().encodeToString(secrets.encryptionKey()));
        properties.put("yingbao.key.indexing", Base64.getEncoder().encodeToString(secrets.blindIndexKey()));
        properties.put(
                "yingbao.pack",
                home.resolve("packs").resolve(demo ? "jilin-demo" : "jilin").toString());
        properties.put("yingbao.population", data().resolve("population").toString());
        properties.put("yingbao.demo.county", demo ? DEMO_COUNTY : "");
        properties.put("yingbao.today", today.map(LocalDate::toString).orElse(""));
        return properties;
    }

    /** Remembers which keys belong to a database whose tables are up to date. */
    void leaveKeyProof(Database database) {
        KeyProof.leave(database, Secrets.in(data()));
    }

    /** What a problem says, in both languages, since nobody has chosen one yet. */
    static String text(DatabaseProblem problem) {
        Object[] args = problem.args().toArray();
        return Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .map(language -> new Messages(language, List.of("yingbao.platform.database.messages")))
                .map(messages -> messages.text(problem.code(), args))
                .collect(Collectors.joining("\n"));
    }
}
