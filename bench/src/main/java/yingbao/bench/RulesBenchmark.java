package yingbao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Decides synthetic provinces of a tenth and of all of HOUSEHOLDS, each in a process of its own, and four sizes in one. */
final class RulesBenchmark {
    private static final int ALL = 10_000_000;
    private static final int TENTH = 10;
    /** Tenths of all households, whose cost is compared. */
    private static final List<Integer> GROWTH = List.of(1, 2, 5, 10);

    private static final int SEED = 20160506;
    private static final String HEAP = "-Xmx1g";

    private final Path home = Path.of(System.getProperty("yingbao.home", "."));
    /** Drawn in this run: what lies there from an earlier one may be of another pack. */
    private final Set<Path> drawn = new HashSet<>();

    private RulesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int households = arguments.length == 0 ? ALL : Integer.parseInt(arguments[0]);
        new RulesBenchmark().run(households);
    }

    private void run(int households) throws IOException, InterruptedException {
        Path few = snapshot(households / TENTH);
        Path many = snapshot(households);
        System.out.println(
                "Other work on the machine shows in these figures; the median of several runs less than others.");
        long ofFew = measure(HEAP, "all", few);
        long ofMany = measure(HEAP, "all", many);
        System.out.printf(
                Locale.ROOT,
                "ten times the households take %.2f times as long (medians)%n%n",
                (double) ofMany / Math.max(1, ofFew));
        measure("-Xmx4g", "one", few);
        measure("-Xmx2g", "what-if", many);
        List<Path> growing = new ArrayList<>();
        for (int tenths : GROWTH) {
            growing.add(snapshot(households / TENTH * tenths));
        }
        measure(HEAP, "growth", growing.toArray(Path[]::new));
    }

    private Path snapshot(int households) throws IOException, InterruptedException {
        Path file = home.resolve("bench/target/province-" + households + ".snapshot");
        if (drawn.add(file)) {
            Files.deleteIfExists(file);
            long begin = System.nanoTime();
            Process synth = new ProcessBuilder(
                            home.resolve("yingbao").toString(),
                            "synth",
                            "--households",
                            Integer.toString(households),
                            "--seed",
                            Integer.toString(SEED),
                            "--out",
                            file.toString())
                    .inheritIO()
                    .start();
            if (synth.waitFor() != 0) {
                throw new IllegalStateException("no snapshot");
            }
            System.out.printf(Locale.ROOT, "drawn in %,d ms%n", (System.nanoTime() - begin) / 1_000_000);
        }
        System.out.printf(Locale.ROOT, "%s: %,d bytes%n", file.getFileName(), Files.size(file));
        return file;
    }

    /** Measures in a new process, passes on what it says, and returns its median in nanoseconds. */
    private long measure(String heap, String what, Path... files) throws IOException, InterruptedException {
        List<String> names =
                Stream.of(files).map(file -> file.getFileName().toString()).toList();
        System.out.println("-- " + what + " " + String.join(" ", names) + " " + heap);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                // Drools and DMN would otherwise complain that nobody takes their log.
                "-Dslf4j.internal.verbosity=ERROR",
                heap,
                "-Dyingbao.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                RulesRun.class.getName(),
                what));
        Stream.of(files).map(Path::toString).forEach(command::add);
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        long median = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("MEDIAN ")) {
                    median = Long.parseLong(line.substring("MEDIAN ".length()));
                } else {
                    System.out.println(line);
                }
            }
        }
        if (run.waitFor() != 0) {
            throw new IllegalStateException("the measurement failed");
        }
        return median;
    }
}
