package yingbao.platform.kernel;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the schema of one module after the other; each has its own folder, numbers and history. */
@Configuration
class MigrationConfiguration {
    private static final String NOTHING_YET = "0";

    @Bean
    FlywayMigrationStrategy moduleByModule() {
        return given -> Modules.IN_ORDER.forEach(module -> Flyway.configure()
                .configuration(given.getConfiguration())
                .locations("classpath:db/migration/" + module)
                .table("flyway_" + module)
                // The histories of the modules before are in the same schema.
                .baselineOnMigrate(true)
                .baselineVersion(NOTHING_YET)
                .load()
                .migrate());
    }
}
