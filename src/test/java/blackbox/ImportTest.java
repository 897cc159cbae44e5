package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.json.JacksonJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    @TempDir
    Path folder;

    Path in;
    Path out;

    @BeforeEach
    void begin() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    @Test
    void writesTheFilesOfTheContract() throws IOException {
        Folder.write(in.resolve("县/一.txt"), "report 甲县 2023\nr1 1 2 3\nr2 - 4 4\n");

        Call call = Call.gouji("import", in, "--out", out);

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        String id =
                Folder.read(out.resolve("reports.csv")).lines().toList().get(1).substring(0, 16);
        assertThat(Folder.read(out.resolve("observations.csv"))).isEqualTo("""
                        report_id,profile,template,table,row,column,value,unit,raw,state,confidence,page,place,x0,y0,x1,y1
                        ID,fake,fake-1,t,r1,a,1,件,1,read,0.99,1,,0.00,10.00,10.00,19.00
                        ID,fake,fake-1,t,r1,b,2,件,2,read,0.99,1,,10.00,10.00,20.00,19.00
                        ID,fake,fake-1,t,r1,total,3,件,3,read,0.99,1,,20.00,10.00,30.00,19.00
                        ID,fake,fake-1,t,r2,a,,件,'-,blank,0.99,1,,0.00,20.00,10.00,29.00
                        ID,fake,fake-1,t,r2,b,4,件,4,read,0.99,1,,10.00,20.00,20.00,29.00
                        ID,fake,fake-1,t,r2,total,4,件,4,read,0.99,1,,20.00,20.00,30.00,29.00
                        """.replace("ID", id));
        assertThat(Folder.read(out.resolve("checks.csv"))).isEqualTo("""
                        report_id,check,table,row,column,left,right,difference,result,severity,note
                        ID,SUM,t,r1,,3,3,0,hold,error,
                        ID,SUM,t,r2,,,,,not-assessable,error,
                        """.replace("ID", id));
        assertThat(Folder.read(out.resolve("wide/t.csv"))).isEqualTo("""
                        report_id,issuer,year,template,r1.a,r1.b,r1.total,r2.a,r2.b,r2.total
                        ID,甲县,2023,fake-1,1,2,3,,4,4
                        """.replace("ID", id));
        assertThat(Folder.read(out.resolve("tables/" + id + "-1.csv"))).isEqualTo("""
                        c1,c2,c3,c4
                        r1,1,2,3
                        r2,'-,4,4
                        """);
        assertThat(Folder.read(out.resolve("narrative.csv")))
                .endsWith(id + ",,t.r1.total,共,12.50,件,共12.50件,,line 1,no,this-year\n");
        assertThat(Folder.read(out.resolve("reports.csv")))
                .contains(",县/一.txt,")
                .contains(",'=甲县年度报告,甲县,,,2023,2023-01-31,1,6,6,0,0,0,zh-Hans,name:甲县,,,,,,1,original,\n");
        assertThat(Folder.read(out.resolve("codes.csv"))).contains("fake,fake-1,t,row,r1,收到,件,新收\n");
        assertThat(Folder.read(out.resolve("corrections.csv")))
                .isEqualTo("report_id,table,row,column,before,after,reason,who,when,decision\n");
        assertThat(Folder.read(out.resolve("reports/" + id + ".json")))
                .contains("\"title\" : \"=甲县年度报告\"")
                .contains("\"NOTED\"");
        assertThat(Folder.read(out.resolve("ledger.jsonl")))
                .endsWith("{\"v\":1,\"end\":true,\"entries\":1,\"members\":0,\"records\":7}\n");
    }

    @Test
    void writesOverNoFileThatItDidNotMake() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(out.resolve("reports.csv"), "mine");

        Call call = Call.gouji("import", in, "--out", out);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("holds a file reports.csv that no earlier run made");
        assertThat(Folder.everything(out)).hasSize(1);
    }

    @Test
    void writesOverACopyOfADatasetOfItsOwn() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        assertThat(Call.gouji("import", in, "--out", out).status()).isZero();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("datapackage.json", "reports.csv", "ledger.csv")) {
            Files.copy(out.resolve(name), copy.resolve(name));
        }

        assertThat(Call.gouji("import", in, "--out", copy).status()).isZero();
        assertThat(Folder.snapshot(copy)).isEqualTo(Folder.snapshot(out));
    }

    @Test
    void saysHowManyInputsLeftTheDataset() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(in.resolve("b.txt"), "report y 2020\nr1 1 1 2\n");
        assertThat(Call.gouji("import", in, "--out", out).err()).isEmpty();

        Call call = Call.gouji("import", in.resolve("a.txt"), "--out", out);

        assertThat(call.status()).isZero();
        assertThat(call.err()).contains("no longer in the dataset: 1;");
    }

    @Test
    void refusesEmptyNames() {
        assertThat(Call.gouji("import", in, "--out", "").err()).startsWith("gouji: --out: expected the name");
        assertThat(Call.gouji("import", "", "--out", out).err()).startsWith("gouji: expected the name of a file");
        assertThat(out).doesNotExist();
    }

    @Test
    void triesAgainWhatFailedForAReasonOfItsOwn() throws IOException {
        Folder.write(in.resolve("crash.txt"), "report x 2020\ncrash\n");
        assertThat(Call.gouji("import", in, "--out", out).status()).isZero();
        int before = gouji.FakeEngine.EXTRACTED.get();

        assertThat(Call.gouji("import", in, "--out", out).status()).isZero();

        assertThat(gouji.FakeEngine.EXTRACTED.get()).isEqualTo(before + 1);
    }

    @Test
    void theSamePageWithOtherPicturesIsAnotherReport() throws IOException {
        for (String place : List.of("a", "b", "c")) {
            Folder.write(in.resolve(place + "/page.html"), "report x 2020 <img src=page_files/t.png>\nr1 1 1 2\n");
            Folder.write(in.resolve(place + "/page_files/t.png"), place.equals("c") ? "a" : place);
        }
        Folder.write(in.resolve("d.png"), "a");
        Folder.write(in.resolve("e.png"), "a");

        assertThat(Call.gouji("import", in, "--out", out).status()).isZero();

        List<Map<String, Object>> rows = Table.csv(out.resolve("ledger.csv"), Table.types(out, "ledger"));
        assertThat(rows.stream().map(r -> r.get("input") + " " + r.get("status") + " " + r.get("reason")))
                .containsExactly(
                        "a/page.html imported ",
                        "a/page_files/t.png rejected NO_REPORT_FOUND",
                        "b/page.html imported ",
                        "b/page_files/t.png rejected NO_REPORT_FOUND",
                        "c/page.html duplicate ",
                        "c/page_files/t.png rejected NO_REPORT_FOUND",
                        "d.png rejected NO_REPORT_FOUND",
                        "e.png rejected NO_REPORT_FOUND");
        assertThat(rows.get(2).get("report_id")).isNotEqualTo(rows.get(0).get("report_id"));
        assertThat(rows.get(4).get("report_id")).isEqualTo(rows.get(0).get("report_id"));
        assertThat((String) rows.get(7).get("detail")).doesNotContain("belongs to the saved page");
        assertThat(Folder.read(out.resolve("reports.csv")).lines()).hasSize(3);
    }

    @Test
    void accountsForEveryKindOfInput() throws IOException {
        Folder.write(in.resolve("empty.pdf"), "");
        Folder.write(in.resolve("letter.txt"), "Dear all");
        Folder.write(in.resolve("scan.png"), "\u0089PNG");
        Files.write(in.resolve("scan.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Folder.write(in.resolve("noise.pdf"), "\0\1\2\3");
        Folder.write(in.resolve("crash.txt"), "report x 2020\ncrash\n");
        Folder.write(in.resolve("deep.txt"), "report x 2020\ndeep\n");
        Folder.write(in.resolve("memory.txt"), "report x 2020\nmemory\n");
        Folder.write(in.resolve("slow.txt"), "report x 2020\nsleep\n");
        Folder.write(in.resolve("good.txt"), "report x 2020\nr1 1 1 2\n");
        Files.createSymbolicLink(in.resolve("link.txt"), in.resolve("good.txt"));

        Call call = Call.gouji("import", in, "--out", out, "--timeout", 1, "--jobs", 2);

        assertThat(call.status()).isZero();
        assertThat(fates())
                .containsExactly(
                        Map.entry("crash.txt", "quarantined CRASH"),
                        Map.entry("deep.txt", "quarantined CRASH"),
                        Map.entry("empty.pdf", "quarantined EMPTY"),
                        Map.entry("good.txt", "imported "),
                        Map.entry("letter.txt", "rejected NO_REPORT_FOUND"),
                        Map.entry("link.txt", "rejected SYMLINK"),
                        Map.entry("memory.txt", "quarantined MEMORY"),
                        Map.entry("noise.pdf", "quarantined TYPE_UNKNOWN"),
                        Map.entry("scan.png", "quarantined NO_TEXT"),
                        Map.entry("slow.txt", "quarantined TIMEOUT"));
        assertThat(Call.gouji("import", in, "--out", out, "--timeout", 1, "--strict")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void theOrderOfInputsAndTheNumberOfJobsChangeNothing() throws IOException {
        for (int i = 0; i < 30; i++) {
            Folder.write(
                    in.resolve("d" + i % 3 + "/r" + i + ".txt"),
                    "report b" + i % 20 + " 2020\nr1 1 " + i % 20 + " 7\n");
        }
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");

        Call.gouji("import", in.resolve("d0"), in.resolve("d1"), in.resolve("d2"), "--out", one, "--jobs", 1);
        Call.gouji("import", in.resolve("d2"), in.resolve("d0"), in.resolve("d1"), "--out", four, "--jobs", 4);

        assertThat(Folder.snapshot(four)).isEqualTo(Folder.snapshot(one));
        assertThat(Folder.read(one.resolve("reports.csv")).lines()).hasSize(21);
        assertThat(Folder.read(one.resolve("reports.csv")).lines().skip(1)).isSorted();
    }

    @Test
    void aSecondRunOnACompleteDatasetChangesNoByte() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(in.resolve("b.txt"), "nothing");
        zip(in.resolve("z.zip"), "UTF-8", Map.of("m.txt", "report y 2020\nr1 1 1 3\n"));
        Call first = Call.gouji("import", in, "--out", out);
        Map<String, String> before = Folder.everything(out);

        Call second = Call.gouji("import", in, "--out", out);

        assertThat(second).isEqualTo(first);
        assertThat(Folder.everything(out)).isEqualTo(before);
        assertThat(first.out()).contains("SUM at t r1, 3 against 2");
    }

    @Test
    void aDamagedDatabaseIsPutAsideAndMadeAgain() throws IOException {
        for (int i = 0; i < 20; i++) {
            Folder.write(in.resolve(i + ".txt"), "report x" + i + " 2020\nr1 1 1 2\n");
        }
        Call.gouji("import", in, "--out", out);
        Map<String, String> before = Folder.snapshot(out);
        Path state = out.resolve(".work/state.db");
        byte[] whole = Files.readAllBytes(state);
        byte[] pages = whole.clone();
        java.util.Arrays.fill(pages, 4096, pages.length, (byte) 7);
        List<byte[]> damages = List.of(
                "not a database at all, but long enough to be taken for one"
                        .repeat(100)
                        .getBytes("UTF-8"),
                java.util.Arrays.copyOf(whole, 5000),
                pages);
        for (byte[] damaged : damages) {
            Files.write(state, damaged);
            Files.delete(out.resolve("observations.csv"));

            Call call = Call.gouji("import", in, "--out", out);

            assertThat(call.status()).as(call.err()).isZero();
            assertThat(call.err()).contains("was damaged; it was put aside as").contains("damaged-state.db");
            assertThat(Folder.snapshot(out)).isEqualTo(before);
        }
    }

    @Test
    void aReportThatIsNoLongerAmongTheInputsLeavesTheDataset() throws IOException {
        Path a = Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(in.resolve("b.txt"), "report y 2020\nr1 1 1 2\n");
        Call.gouji("import", in, "--out", out);
        Files.delete(a);
        Files.writeString(out.resolve("corrections.csv"), "a person's work\n");
        Path fresh = folder.resolve("fresh");

        Call.gouji("import", in, "--out", out);

        Call.gouji("import", in, "--out", fresh);
        Files.writeString(fresh.resolve("corrections.csv"), "a person's work\n");
        assertThat(Folder.snapshot(out)).isEqualTo(Folder.snapshot(fresh));
    }

    @Test
    void ofEqualInputsTheSmallestNameIsTheOriginalAlsoInsideArchives() throws IOException {
        String report = "report x 2020\nr1 1 1 2\n";
        Folder.write(in.resolve("b.txt"), report);
        zip(in.resolve("a.zip"), "UTF-8", Map.of("内/x.txt", report));
        Files.copy(in.resolve("a.zip"), in.resolve("c.zip"));

        Call.gouji("import", in, "--out", out);

        assertThat(fates())
                .containsExactly(
                        Map.entry("a.zip", "container "),
                        Map.entry("a.zip!/内/x.txt", "imported "),
                        Map.entry("b.txt", "duplicate "),
                        Map.entry("c.zip", "duplicate "));
        assertThat(Folder.read(out.resolve("ledger.jsonl")))
                .contains("\"of\":{\"path\":\"a.zip\",\"member\":\"内/x.txt\"}");
    }

    @Test
    void equalNamesOfTwoArgumentsGetTheFoldersThatTellThemApart() throws IOException {
        Path one = Folder.write(in.resolve("2020/x/r.txt"), "report x 2020\nr1 1 1 2\n");
        Path two = Folder.write(in.resolve("2021/x/r.txt"), "report x 2021\nr1 1 1 2\n");

        Call.gouji("import", one, two, two, in.resolve("2021/x"), "--out", out);

        assertThat(fates().keySet()).containsExactly("2020/x/r.txt", "2021/x/r.txt");
    }

    @Test
    void readsMemberNamesInGbk() throws IOException {
        zip(in.resolve("a.zip"), "GBK", Map.of("报告/甲.txt", "report x 2020\nr1 1 1 2\n"));

        Call.gouji("import", in, "--out", out);

        assertThat(fates()).containsEntry("a.zip!/报告/甲.txt", "imported ");
    }

    @Test
    void aNameThatLeadsOutOfAnArchiveIsOnlyRecorded() throws IOException {
        zip(in.resolve("a.zip"), "UTF-8", Map.of("../../escaped.txt", "report x 2020\nr1 1 1 2\n"));

        Call.gouji("import", in, "--out", out);

        assertThat(fates()).containsEntry("a.zip!/../../escaped.txt", "imported ");
        assertThat(folder.resolve("escaped.txt")).doesNotExist();
        assertThat(Folder.snapshot(out).keySet()).noneMatch(n -> n.contains("escaped"));
        assertThat(Folder.read(out.resolve("ledger.csv"))).contains("leads out of it");
    }

    @Test
    void aCutArchiveGivesTheMembersThatAreWholeAndSaysWhatIsLost() throws IOException {
        zip(in.resolve("a.zip"), "UTF-8", Map.of("x.txt", "report x 2020\nr1 1 1 2\n"));
        byte[] bytes = Files.readAllBytes(in.resolve("a.zip"));
        Files.write(in.resolve("a.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(in.resolve("b.zip"), java.util.Arrays.copyOf(bytes, 20));

        Call.gouji("import", in, "--out", out);

        assertThat(fates())
                .containsOnly(
                        Map.entry("a.zip", "container "),
                        Map.entry("a.zip!/x.txt", "imported "),
                        Map.entry("a.zip!/(the rest)", "quarantined TRUNCATED"),
                        Map.entry("b.zip", "quarantined TRUNCATED"));
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Files.createDirectories(out.resolve(".work"));
        try (FileChannel channel = FileChannel.open(
                        out.resolve(".work/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Call call = Call.gouji("import", in, "--out", out);

            assertThat(call.status()).isEqualTo(75);
            assertThat(call.err()).contains("another run").contains(out.toString());
        }
    }

    @Test
    void aWrongCallWritesNothing() throws IOException {
        Path file = Folder.write(folder.resolve("file"), "x");
        for (List<Object> call : List.<List<Object>>of(
                List.of("import", in, "--out", in.resolve("out")),
                List.of("import", in, "--out", in),
                List.of("import", folder.resolve("nowhere"), "--out", out),
                List.of("import", in, "--out", file),
                List.of("import", in, "--out", out, "--jobs", 0),
                List.of("import", in, "--out", out, "--jobs", "many"),
                List.of("import", in),
                List.of("import", "--out", out),
                List.of("export"),
                List.of())) {
            Call made = Call.gouji(call.toArray());
            assertThat(made.status()).as(call.toString()).isEqualTo(2);
            assertThat(made.err()).as(call.toString()).isNotBlank();
        }
        assertThat(out).doesNotExist();
        assertThat(in).isEmptyDirectory();
    }

    @Test
    void anOutputThatCannotBeWrittenStopsTheRunAndIsNamed() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(out.resolve("tables"), "a file where a folder should be");

        Call call = Call.gouji("import", in, "--out", out);

        assertThat(call.status()).isEqualTo(3);
        assertThat(call.err()).contains(out.resolve("tables").toString());
        assertThat(out.resolve("ledger.jsonl")).doesNotExist();
        Files.delete(out.resolve("tables"));
        assertThat(Call.gouji("import", in, "--out", out).status()).isZero();
    }

    @Test
    void printsTheSummaryAsJson() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");

        Call call = Call.gouji("import", in, "--out", out, "--json");

        assertThat(call.out())
                .startsWith("{\"out\":")
                .contains("\"inputs\":1,\"imported\":1,\"duplicate\":0,")
                .endsWith("}\n");
        assertThat(Call.gouji("import", in, "--out", out, "--quiet").out()).isEmpty();
    }

    @Test
    void runJsonSaysWhatEachStageTookAndWhatWasSlowest() throws IOException {
        for (int i = 0; i < 12; i++) {
            Folder.write(in.resolve(i + ".txt"), "report x" + i + " 2020\nr1 1 1 2\n");
        }
        Folder.write(in.resolve("slow.txt"), "report y 2020\nsleep\n");

        Call.gouji("import", in, "--out", out, "--timeout", 1);

        Map<?, ?> run = new JacksonJson().read(Files.readAllBytes(out.resolve("run.json")), Map.class);
        List<?> stages = (List<?>) run.get("stages");
        assertThat(values(stages, "stage")).containsExactly("looking", "reading", "comparing", "writing");
        assertThat(values(stages, "inputs")).containsExactly(13, 13, 13, 13);
        assertThat(((Map<?, ?>) stages.get(3)).get("cells")).isEqualTo(36);
        List<?> slowest = (List<?>) run.get("slowest");
        assertThat(slowest).hasSize(10);
        assertThat(((Map<?, ?>) slowest.get(0)).get("input")).isEqualTo("slow.txt");
    }

    @Test
    void goesOnWhereAStoppedRunStood() throws IOException {
        for (int i = 0; i < 5; i++) {
            Folder.write(in.resolve(i + ".txt"), "report x" + i + " 2020\nr1 1 1 2\n");
        }
        Call.gouji("import", in, "--out", out);
        Map<String, String> whole = Folder.snapshot(out);
        for (String lost : List.of("ledger.jsonl", "observations.csv")) {
            Files.delete(out.resolve(lost));
        }
        int before = gouji.FakeEngine.EXTRACTED.get();

        Call.gouji("import", in, "--out", out);

        assertThat(Folder.snapshot(out)).isEqualTo(whole);
        assertThat(gouji.FakeEngine.EXTRACTED.get()).isEqualTo(before);
    }

    private static List<Object> values(List<?> maps, String key) {
        return maps.stream().<Object>map(m -> ((Map<?, ?>) m).get(key)).toList();
    }

    private Map<String, String> fates() throws IOException {
        Map<String, String> fates = new java.util.LinkedHashMap<>();
        Folder.read(out.resolve("ledger.csv")).lines().skip(1).forEach(line -> {
            String[] f = line.split(",", -1);
            fates.put(f[0], f[3] + " " + f[4]);
        });
        return fates;
    }

    private static void zip(Path file, String charset, Map<String, String> members) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream, Charset.forName(charset))) {
            for (Map.Entry<String, String> m : members.entrySet()) {
                ZipEntry entry = new ZipEntry(m.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(m.getValue().getBytes("UTF-8"));
            }
        }
    }
}
