package yingbao.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;

/** The platform: its commands, and what they start. */
@SpringBootApplication
@Modulithic(systemName = "Yingbao")
@EnableScheduling
public class Platform {
    private static final int MISUSED = 2;

    /** Runs a command: {@code up}, {@code audit verify}. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new Commands())
                .setAdjustLineBreaksForWideCJKCharacters(true)
                .setParameterExceptionHandler((misuse, _) -> {
                    System.err.println(Misuse.text(misuse));
                    return MISUSED;
                })
                .execute(args);
    }
}
