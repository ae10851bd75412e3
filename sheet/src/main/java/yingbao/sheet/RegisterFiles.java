package yingbao.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yingbao.policy.register.Table;

/** The two tables of a register, found in a folder or in a file and open for reading. */
public final class RegisterFiles implements Closeable {
    private static final String CSV = ".csv";
    private static final List<String> WORKBOOKS = List.of(".xlsx", ".xlsm");
    private static final List<String> FOREIGN = List.of(".xls", ".xlsb", ".et", ".ods");

    private final SheetTable households;
    private final SheetTable persons;

    RegisterFiles(SheetTable households, SheetTable persons) {
        this.households = households;
        this.persons = persons;
    }

    /**
     * Opens a register: {@code households.csv} and {@code persons.csv} (or 家庭.csv and 成员.csv), or one workbook with the
     * sheets 家庭 and 成员 (or households and persons). Where a folder holds both forms and nothing is filled in in one of
     * them, as after writing templates, it is the other that is meant.
     *
     * <p>CSV may be UTF-8 with or without a byte-order mark, UTF-16 with one, or GB18030, which contains GBK; cells are
     * separated by commas, tabs or semicolons, whichever is most frequent among the headings.
     *
     * @param folderOrFile a folder, a workbook, or one of the two CSV files, beside which the other must lie
     * @throws SheetProblem when there is no register, more than one, or one that cannot be read
     */
    public static RegisterFiles open(Path folderOrFile) throws IOException {
        if (Files.isDirectory(folderOrFile)) {
            return inFolder(folderOrFile, filesIn(folderOrFile));
        }
        if (!Files.isRegularFile(folderOrFile)) {
            throw new SheetProblem("sheet.no-such-path", folderOrFile);
        }
        if (hasExtension(folderOrFile, WORKBOOKS)) {
            return Workbooks.open(folderOrFile);
        }
        if (hasExtension(folderOrFile, List.of(CSV))) {
            return csv(filesIn(folderOrFile.resolveSibling("")));
        }
        throw new SheetProblem("sheet.foreign-format", folderOrFile.getFileName());
    }

    public Table households() {
        return new ReadAhead(households);
    }

    public Table persons() {
        return new ReadAhead(persons);
    }

    @Override
    public void close() throws IOException {
        try (households) {
            persons.close();
        }
    }

    private static RegisterFiles inFolder(Path folder, List<Path> files) throws IOException {
        List<Path> workbooks =
                files.stream().filter(file -> hasExtension(file, WORKBOOKS)).toList();
        boolean csv =
                Stream.of(Part.values()).anyMatch(part -> !csvFiles(part, files).isEmpty());
        if (workbooks.size() > 1) {
            throw new SheetProblem("sheet.several", names(workbooks));
        }
        if (csv && workbooks.isEmpty()) {
            return csv(files);
        }
        if (csv) {
            return filledIn(csv(files), Workbooks.open(workbooks.getFirst()), workbooks.getFirst());
        }
        if (!workbooks.isEmpty()) {
            return Workbooks.open(workbooks.getFirst());
        }
        List<Path> foreign =
                files.stream().filter(file -> hasExtension(file, FOREIGN)).toList();
        throw foreign.isEmpty()
                ? new SheetProblem("sheet.nothing", folder)
                : new SheetProblem("sheet.foreign-format", names(foreign));
    }

    private static RegisterFiles filledIn(RegisterFiles csv, RegisterFiles workbook, Path workbookFile)
            throws IOException {
        try {
            boolean csvIsEmpty = csv.isEmpty();
            if (csvIsEmpty == workbook.isEmpty()) {
                String csvNames = csv.households.name() + " " + csv.persons.name();
                String code = csvIsEmpty ? "sheet.both-empty" : "sheet.both-forms";
                throw new SheetProblem(code, csvNames, workbookFile.getFileName());
            }
            if (csvIsEmpty) {
                return workbook;
            }
        } catch (IOException problem) {
            workbook.close();
            throw problem;
        }
        workbook.close();
        return csv;
    }

    private boolean isEmpty() throws IOException {
        return households.isEmpty() && persons.isEmpty();
    }

    private static RegisterFiles csv(List<Path> files) throws IOException {
        return new RegisterFiles(csv(Part.HOUSEHOLDS, files), csv(Part.PERSONS, files));
    }

    private static SheetTable csv(Part part, List<Path> files) throws IOException {
        List<Path> found = csvFiles(part, files);
        return switch (found.size()) {
            case 0 -> throw new SheetProblem("sheet.half", part.csvName(), part.sheetName() + CSV);
            case 1 -> new CsvTable(found.getFirst());
            default -> throw new SheetProblem("sheet.several", names(found));
        };
    }

    private static List<Path> csvFiles(Part part, List<Path> files) {
        return files.stream().filter(file -> part.isCsv(name(file))).toList();
    }

    /** The files of a folder by name, without those that programs hide there. */
    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith(".") && !name(file).startsWith("~$"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasExtension(Path file, List<String> extensions) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(name::endsWith);
    }

    private static String names(List<Path> files) {
        return files.stream().map(RegisterFiles::name).collect(Collectors.joining(" "));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
