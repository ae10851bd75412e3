package yingbao.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yingbao.policy.value.AreaCode;

/** Writes a made-up register of one area: FOLDER HOUSEHOLDS AREA SEED csv|xlsx. */
final class RegisterCommand {
    private RegisterCommand() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long seed = Long.parseLong(arguments[3]);
        String area = AreaCode.parse(arguments[2]).shortForm();
        int persons = new RegisterMaker(seed).writeIn(folder, Integer.parseInt(arguments[1]), area, "S" + seed + "-");
        if (arguments[4].equals("xlsx")) {
            workbook(folder);
        }
        System.out.println(persons + " persons");
    }

    private static void workbook(Path folder) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("register.xlsx")));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            sheet(workbook.newWorksheet("家庭"), folder.resolve("households.csv"));
            sheet(workbook.newWorksheet("成员"), folder.resolve("persons.csv"));
        }
    }

    /** Copies a file whose cells hold neither commas nor quotes. */
    private static void sheet(Worksheet sheet, Path csv) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(csv)) {
            int row = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                row++;
            }
        }
        sheet.finish();
    }
}
