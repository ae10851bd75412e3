package yingbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs {@code assess} on a large register and {@code explain} on the small one, several times each. */
final class CommandBenchmark {
    private static final int ASSESS_RUNS = 3;
    private static final int EXPLAIN_RUNS = 5;
    private static final long SEED = 20160506;
    private static final long POLL_MILLIS = 20;

    private final Path home = Path.of(System.getProperty("yingbao.home", "."));

    private record Measured(long wallMillis, long peakKibibytes, int exit) {}

    private CommandBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int households = Integer.parseInt(arguments[0]);
        new CommandBenchmark().run(households);
    }

    private void run(int households) throws IOException, InterruptedException {
        Path register = home.resolve("bench/target/register-" + households);
        Files.createDirectories(register);
        int persons = new RegisterMaker(SEED).write(register, households);
        System.out.printf(Locale.ROOT, "%,d households, %,d persons, seed %d%n", households, persons, SEED);
        System.out.println("command                                    wall s (min median max)   peak MB   exit");
        Path out = home.resolve("bench/target/decisions");
        measure(
                "assess, CSV in, all programmes, CSV out",
                ASSESS_RUNS,
                List.of("assess", "--in", register.toString(), "--on", "2016-10-01", "--out", out.toString()));
        measure(
                "explain one household, cold start",
                EXPLAIN_RUNS,
                List.of(
                        "explain",
                        "--in",
                        home.resolve("examples/register").toString(),
                        "--household",
                        "H001",
                        "--on",
                        "2016-10-01"));
    }

    private void measure(String what, int runs, List<String> arguments) throws IOException, InterruptedException {
        long[] wallMillis = new long[runs];
        long peak = 0;
        int exit = 0;
        for (int run = 0; run < runs; run++) {
            Measured measured = once(arguments);
            wallMillis[run] = measured.wallMillis();
            peak = Math.max(peak, measured.peakKibibytes());
            exit = measured.exit();
        }
        Arrays.sort(wallMillis);
        System.out.printf(
                Locale.ROOT,
                "%-42s %5s %5s %5s %15d %6d%n",
                what,
                seconds(wallMillis[0]),
                seconds(wallMillis[runs / 2]),
                seconds(wallMillis[runs - 1]),
                peak / 1024,
                exit);
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + String.format(Locale.ROOT, "%02d", millis % 1000 / 10);
    }

    private Measured once(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("yingbao").toString()));
        command.addAll(arguments);
        long startNanos = System.nanoTime();
        // The launcher replaces itself by the JVM, so its process id is the JVM's.
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakKibibytes(process.pid()));
            Thread.sleep(POLL_MILLIS);
        }
        return new Measured((System.nanoTime() - startNanos) / 1_000_000, peak, process.waitFor());
    }

    private static long peakKibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException alreadyGone) {
            return 0;
        }
    }
}
