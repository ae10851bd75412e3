package yingbao.platform;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import yingbao.platform.database.Database;
import yingbao.platform.database.EmbeddedPostgres;
import yingbao.platform.database.Secrets;

/** Where an installation keeps its data, and how its parts are reached; shared by all commands. */
class Installation {
    private static final String DEMO_COUNTY = "229901";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "数据目录（默认：用户目录下的 .yingbao；演示为 .yingbao-demo） Where data is kept")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--demo", description = "演示县，含虚构的两万户 A demonstration with a made-up county")
    private boolean demo;

    @Option(names = "--today", paramLabel = "YYYY-MM-DD", description = "业务日期（默认：今天） The business date")
    private Optional<String> today = Optional.empty();

    boolean isDemo() {
        return demo;
    }

    Path data() {
        String name = demo ? ".yingbao-demo" : ".yingbao";
        return data.orElseGet(() -> Path.of(System.getProperty("user.home"), name))
                .toAbsolutePath();
    }

    /** The database that this installation works in, and what must be closed after it. */
    record Opened(Database database, AutoCloseable server) {}

    /** The department's own database where the environment names one, else the one that comes along. */
    Opened open() {
        Optional<Database> own = Database.fromEnvironment(System.getenv());
        if (own.isPresent()) {
            return new Opened(own.get(), () -> {});
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(data(), UpCommand.LAST::add);
        return new Opened(embedded.database(), embedded);
    }

    /** What the application is told. */
    Map<String, Object> properties(Database database) {
        Secrets secrets = Secrets.in(data());
        Path home = Path.of(System.getProperty("yingbao.home", "."));
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", database.url());
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
        properties.put("yingbao.demo.county", demo ? DEMO_COUNTY : "");
        properties.put("yingbao.today", today.orElse(""));
        return properties;
    }
}
