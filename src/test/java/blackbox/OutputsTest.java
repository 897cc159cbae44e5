package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a command cannot write, or is asked for what cannot be, it says so in one sentence, and nothing is changed. */
class OutputsTest {
    @TempDir
    Path folder;

    private Path dataset;

    @BeforeEach
    void begin() throws IOException {
        Path in = Folder.write(folder.resolve("in/a.txt"), "report x 2020\nr1 1 1 2\n")
                .getParent();
        dataset = folder.resolve("dataset");
        assertThat(Call.gouji("import", in, "--out", dataset).status()).isZero();
        Folder.write(folder.resolve("bodies.csv"), "name\nx\n");
        Folder.write(folder.resolve("members.csv"), "parent,member\nx,y\n");
        Files.write(folder.resolve("gbk.csv"), "机构名称\n青岚县人民政府\n".getBytes(Charset.forName("GBK")));
        Folder.write(folder.resolve("empty.csv"), "");
        Folder.write(folder.resolve("header.csv"), "name\n");
        Folder.write(folder.resolve("columns.csv"), "foo,bar\n1,2\n");
        Folder.write(folder.resolve("quote.csv"), "name\n\"x\n");
        Folder.write(folder.resolve("parents.csv"), "parent,member\nx\n");
        Folder.write(folder.resolve("file"), "in the way");
        Folder.write(folder.resolve("full/x"), "in the way");
    }

    /** The command, with DATASET and FOLDER for places, and what it must say. */
    static Stream<Arguments> wrongCalls() {
        return Stream.of(
                Arguments.of("compare DATASET --out FOLDER/x.pdf", "a name that ends in .csv or .xlsx"),
                Arguments.of("compare DATASET --out FOLDER/full", "is a folder"),
                Arguments.of("aggregate DATASET --members FOLDER/members.csv --out FOLDER/full", "is a folder"),
                Arguments.of("roster DATASET --bodies FOLDER/bodies.csv --year abc", "a year such as 2024, found abc"),
                Arguments.of("roster DATASET --bodies FOLDER/bodies.csv --out FOLDER/full", "is a folder"),
                Arguments.of("roster DATASET --bodies FOLDER/bodies.csv --due 2025-13-01", "a day such as 2025-01-31"),
                Arguments.of("roster DATASET --bodies FOLDER/gbk.csv", "gbk.csv is not in UTF-8 (it may be GBK)"),
                Arguments.of("roster DATASET --bodies FOLDER/empty.csv", "in the first row, found an empty file"),
                Arguments.of("roster DATASET --bodies FOLDER/header.csv", "a body in each row below the header"),
                Arguments.of("roster DATASET --bodies FOLDER/columns.csv", "a column name (or body, issuer, 机构名称"),
                Arguments.of("roster DATASET --bodies FOLDER/quote.csv", "row 2: a quotation mark is not closed"),
                Arguments.of("roster DATASET --bodies FOLDER/full", "is a folder; expected a CSV file"),
                Arguments.of("roster DATASET --bodies FOLDER/nosuch.csv", "no file is at"),
                Arguments.of("aggregate DATASET --members FOLDER/gbk.csv", "gbk.csv is not in UTF-8 (it may be GBK)"),
                Arguments.of("aggregate DATASET --members FOLDER/columns.csv", "a column parent (or 上级"),
                Arguments.of("aggregate DATASET --members FOLDER/parents.csv", "a parent and a member in each row"),
                Arguments.of("aggregate DATASET --members FOLDER/full", "is a folder; expected a CSV file"),
                Arguments.of("compare FOLDER/nosuch", "a folder with datapackage.json"),
                Arguments.of("returns DATASET --out FOLDER/r --year 20", "a year such as 2024, found 20"),
                Arguments.of("returns DATASET --out FOLDER/r --sources FOLDER/nosuch", "nothing at"),
                Arguments.of("returns DATASET --out FOLDER/r --sources FOLDER/file", "the file"),
                Arguments.of("returns DATASET --out FOLDER/file", "is a file"),
                Arguments.of("chart DATASET --out FOLDER/full", "is a folder"),
                Arguments.of("export DATASET --to csv --out FOLDER/file", "is a file"),
                Arguments.of("export DATASET --to xlsx --out FOLDER/full --overwrite", "is a folder"),
                Arguments.of("export DATASET --to jdbc:postgresql://host:port/x", "jdbc:postgresql://HOST/DATABASE"),
                Arguments.of("corrections export DATASET --out FOLDER/full", "is a folder"),
                Arguments.of("panel DATASET --out FOLDER/file", "the file"),
                Arguments.of("review DATASET --sources FOLDER/nosuch", "nothing at"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void aWrongCallIsSaidInOneSentence(String call, String said) throws IOException {
        check(call, 2, said);
    }

    /** What a call of import says that never begins. */
    static Stream<Arguments> wrongImports() {
        return Stream.of(
                Arguments.of("--jobs x", "'--jobs': expected a whole number, found x"),
                Arguments.of("--ocr x", "expected one of"),
                Arguments.of("--nosuch", "Unknown option: '--nosuch'"),
                Arguments.of("--members FOLDER/gbk.csv", "--members: FOLDER/gbk.csv is not in UTF-8 (it may be GBK)"),
                Arguments.of("--members FOLDER/empty.csv", "in the first row, found an empty file"),
                Arguments.of("--members FOLDER/columns.csv", "a column parent (or 上级"),
                Arguments.of("--members FOLDER/parents.csv", "a parent and a member in each row"),
                Arguments.of("--members FOLDER/quote.csv", "a column parent (or 上级"),
                Arguments.of("--members FOLDER/full", "is a folder; expected a CSV file"),
                Arguments.of("--members FOLDER/nosuch.csv", "no file is at"));
    }

    @ParameterizedTest
    @MethodSource("wrongImports")
    void anImportThatIsWrongIsSaidInOneSentence(String options, String said) throws IOException {
        check("import FOLDER/in --out FOLDER/other " + options, 2, said.replace("FOLDER", folder.toString()));
    }

    static Stream<String> commandsIntoAFile() {
        return Stream.of(
                "compare DATASET --out FOLDER/file/x.csv",
                "aggregate DATASET --members FOLDER/members.csv --out FOLDER/file/x.csv",
                "roster DATASET --bodies FOLDER/bodies.csv --out FOLDER/file/x.csv",
                "returns DATASET --out FOLDER/file/x",
                "chart DATASET --out FOLDER/file/x.html",
                "export DATASET --to csv --out FOLDER/file/x",
                "export DATASET --to sqlite --out FOLDER/file/x",
                "corrections export DATASET --out FOLDER/file/x.csv",
                "panel DATASET --out FOLDER/file/x");
    }

    @ParameterizedTest
    @MethodSource("commandsIntoAFile")
    void aPlaceThatCannotBeWrittenIsNamedWithTheReasonAndAWayOut(String call) throws IOException {
        String err = check(call, 3, "cannot write " + folder.resolve("file"));
        assertThat(err).containsPattern("another --out|write elsewhere").contains("; make room");
    }

    private String check(String call, int status, String said) throws IOException {
        List<Object> words = new ArrayList<>();
        for (String word : call.split(" ")) {
            words.add(word.replace("DATASET", dataset.toString()).replace("FOLDER", folder.toString()));
        }
        Map<String, String> before = Folder.everything(folder);
        Call made = Call.gouji(words.toArray());
        assertThat(made.status()).as(made.err()).isEqualTo(status);
        assertThat(made.err().lines().toList().get(0))
                .startsWith("gouji: ")
                .contains(said)
                .doesNotContain("Exception");
        assertThat(made.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(Folder.everything(folder)).isEqualTo(before);
        return made.err();
    }

    @Test
    void aMissingFolderIsMade() {
        Path file = folder.resolve("new/folder/c.csv");
        assertThat(Call.gouji("compare", dataset, "--out", file).status()).isZero();
        assertThat(Call.gouji("corrections", "export", dataset, "--out", folder.resolve("more/c.csv"))
                        .status())
                .isZero();
        assertThat(file).isRegularFile();
    }

    @Test
    void aDatasetIsNeverAnInput() throws IOException {
        Call itself = Call.gouji("import", dataset, "--out", folder.resolve("other"));
        assertThat(itself.status()).isEqualTo(2);
        assertThat(itself.err()).contains("is itself a dataset");
        Path report = Folder.write(folder.resolve("mixed/b.txt"), "report y 2020\nr1 1 1 2\n");
        Call mixed = Call.gouji("import", report, "--out", report.getParent());
        assertThat(mixed.status()).isEqualTo(2);
        assertThat(mixed.err()).contains("lies inside the output");
        Files.move(dataset, folder.resolve("in/dataset"));

        Call around = Call.gouji("import", folder.resolve("in"), "--out", folder.resolve("other"));

        assertThat(around.status()).isZero();
        assertThat(Folder.read(folder.resolve("other/ledger.csv")).lines().skip(1))
                .hasSize(2)
                .anyMatch(l -> l.startsWith("dataset,,") && l.contains(",rejected,DATASET,"));
    }
}
