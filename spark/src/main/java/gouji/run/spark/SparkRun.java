package gouji.run.spark;

import gouji.dataset.LedgerRow;
import gouji.dataset.ReportRows;
import gouji.dataset.Schema;
import gouji.dataset.Schemas;
import gouji.run.LedgerRows;
import gouji.source.Companions;
import gouji.source.Entry;
import gouji.source.SourceSteps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * One job: lists the files on the driver, opens them on the machines, joins what was found on the driver (a name, a digest
 * and a fate for each input), reads the reports on the machines, brings those of one body together, writes the tables.
 *
 * <p>The rows depend on the inputs alone, not on the number of partitions or machines. The ledger is written last:
 * where {@code ledger/_SUCCESS} is, the dataset is complete.
 */
public final class SparkRun {
    private static final String WORK = "_work";
    private static final int FILES_OF_A_PARTITION = 200;
    private static final int MOST_PARTITIONS = 20_000;

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Storage storage;
    private final Broadcast<Equipment> equipment;
    private final LongAccumulator unfit;
    private final int wanted;

    /** @param partitions how many parts the work is cut into; 0 for a number that suits the inputs */
    public SparkRun(SparkSession spark, Equipment equipment, int partitions) {
        this.spark = spark;
        this.context = new JavaSparkContext(spark.sparkContext());
        this.storage = new Storage(context.hadoopConfiguration());
        this.equipment = context.broadcast(equipment);
        this.unfit = spark.sparkContext().longAccumulator("figures that fit no DECIMAL(38, 10)");
        this.wanted = partitions;
    }

    /**
     * What a job did.
     *
     * @param status inputs by what became of them
     * @param read inputs that no earlier job had read
     * @param unfit figures left empty because they fit no DECIMAL(38, 10), at least
     */
    public record Done(Map<String, Long> status, long read, long unfit) {}

    /**
     * Runs; what is in the output folder already is replaced. Inputs that an earlier job read there, also one that was
     * killed, are not read again, unless product, profile or limits are others.
     *
     * @param in a file or folder
     * @param out a folder, outside of {@code in}
     */
    public Done run(String in, String out) throws IOException {
        String root = storage.qualified(out);
        String work = root + "/" + WORK;
        storage.delete(root + "/" + Schemas.LEDGER.name());
        storage.delete(work);
        try {
            Outcomes outcomes = Outcomes.of(root, work, equipment.value().options());
            Done done = run(storage.list(in), root, work, outcomes);
            outcomes.forgetOthers(storage);
            return done;
        } finally {
            storage.delete(work);
        }
    }

    private Done run(List<Spot> listed, String root, String work, Outcomes outcomes) throws IOException {
        int partitions = partitions(listed.size());
        context.setJobDescription("Opening " + listed.size() + " files");
        List<List<Spot>> opened = context.parallelize(listed, partitions)
                .map(new OpenFiles(storage, work + "/members"))
                .collect();
        List<Entry> entries = SourceSteps.join(opened.stream()
                .map(file -> file.stream()
                        .map(s -> new SourceSteps.Opened(s.entry(), s.parent(), s.shown()))
                        .toList())
                .toList());
        List<Spot> toRead = toRead(entries, opened);

        long unknown = readUnknown(toRead, outcomes);
        JavaRDD<Reading> read = readings(toRead, outcomes);
        context.setJobDescription("Collecting the ledger");
        Map<String, LedgerRow> fates = new HashMap<>();
        read.map(Reading::fate).collect().forEach(f -> fates.put(f.key(), f.row()));
        if (fates.size() != toRead.size()) {
            throw new IllegalStateException(
                    "of " + toRead.size() + " inputs only " + fates.size() + " have an outcome: run the command again");
        }
        writeReports(read, root, partitions(toRead.size()));
        read.unpersist();
        List<LedgerRow> ledger = StreamSupport.stream(
                        new LedgerRows(entries, fates::get).all().spliterator(), false)
                .toList();
        writeLedger(ledger, root, Math.min(partitions, 1 + ledger.size() / 100_000));
        Map<String, Long> status = new TreeMap<>();
        ledger.forEach(r -> status.merge(r.status().word(), 1L, Long::sum));
        return new Done(status, unknown, unfit.value());
    }

    private int partitions(int files) {
        if (wanted > 0) {
            return wanted;
        }
        int enough = Math.max(context.defaultParallelism(), 1 + files / FILES_OF_A_PARTITION);
        return Math.min(MOST_PARTITIONS, enough);
    }

    /** The files to be read with what belongs to them, mixed by their digests. */
    private static List<Spot> toRead(List<Entry> entries, List<List<Spot>> opened) {
        Map<String, String> places = new HashMap<>();
        opened.forEach(file -> file.forEach(s -> places.putIfAbsent(s.uri().isEmpty() ? "" : s.sha256(), s.uri())));
        List<Spot> toRead = new ArrayList<>();
        for (Entry e : entries) {
            if (e.kind() == Entry.Kind.FILE) {
                List<Spot.Beside> beside = new ArrayList<>();
                for (Companions.Listed file : e.companions().list()) {
                    beside.add(new Spot.Beside(file.path(), file.sha256(), places.get(file.sha256())));
                }
                toRead.add(Spot.of(e, places.get(e.sha256().orElseThrow()), List.copyOf(beside)));
            }
        }
        toRead.sort(Comparator.comparing(Spot::sha256));
        return toRead;
    }

    /** Reads what no earlier job has read; how many these were. */
    private long readUnknown(List<Spot> toRead, Outcomes outcomes) throws IOException {
        Set<String> known = outcomes.keys(context, storage);
        List<Spot> unknown =
                toRead.stream().filter(s -> !known.contains(s.entry().key())).toList();
        context.setJobDescription("Reading " + unknown.size() + " of " + toRead.size() + " inputs");
        context.parallelize(unknown, partitions(unknown.size()))
                .foreachPartition(new ReadFiles(storage, equipment, outcomes));
        return unknown.size();
    }

    private JavaRDD<Reading> readings(List<Spot> toRead, Outcomes outcomes) throws IOException {
        int partitions = partitions(toRead.size());
        Broadcast<Equipment> tools = equipment;
        return context.parallelize(toRead, partitions)
                .mapToPair(s -> new Tuple2<>(s.entry().key(), s))
                .join(outcomes.bodies(context, storage, partitions), partitions)
                .values()
                .map(t -> Reading.of(t._1(), t._2(), tools.value().assembly()))
                .persist(StorageLevel.DISK_ONLY());
    }

    private void writeReports(JavaRDD<Reading> read, String root, int partitions) {
        JavaRDD<Reading> reports = read.filter(Reading::isReport);
        JavaRDD<Made> made =
                new Bodies(context, equipment).together(reports, partitions).persist(StorageLevel.DISK_ONLY());
        for (int i = 0; i < ReportRows.TABLES.size(); i++) {
            Schema schema = ReportRows.TABLES.get(i);
            context.setJobDescription("Writing " + schema.name());
            table(made, i, schema, partitions)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .partitionBy(Tables.YEAR)
                    .parquet(root + "/" + schema.name());
        }
        made.unpersist();
    }

    private Dataset<Row> table(JavaRDD<Made> made, int index, Schema schema, int partitions) {
        LongAccumulator count = unfit;
        JavaRDD<Row> rows = made.flatMap(m -> {
            List<Row> some = new ArrayList<>();
            for (List<String> texts : m.tables().get(index)) {
                some.add(Tables.ofReports(schema(index), texts, m.year(), some.size() + 1L, count));
            }
            return some.iterator();
        });
        Column[] order = Tables.order(schema).stream().map(functions::col).toArray(Column[]::new);
        return spark.createDataFrame(rows, Tables.ofReports(schema))
                .repartitionByRange(partitions, functions.col(Tables.YEAR), functions.col("report_id"))
                .sortWithinPartitions(order);
    }

    private static Schema schema(int index) {
        return ReportRows.TABLES.get(index);
    }

    private void writeLedger(List<LedgerRow> ledger, String root, int files) {
        context.setJobDescription("Writing the ledger");
        List<Row> rows = ledger.stream()
                .map(r -> Tables.plain(Schemas.LEDGER, r.texts(), unfit))
                .toList();
        spark.createDataFrame(context.parallelize(rows, files), Tables.plain(Schemas.LEDGER))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(root + "/" + Schemas.LEDGER.name());
    }
}
