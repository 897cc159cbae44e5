package gouji.run.spark;

import gouji.run.Options;
import gouji.run.Packed;
import gouji.source.Input;
import gouji.source.Reason;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * What became of inputs, kept in the output from one job to the next: files of key and {@link Packed} body, each whole or
 * not there. One folder for each text of settings, so that another product, profile or limit finds none of them; what
 * depends on the moment lies in the job's work folder and ends with it.
 *
 * @param kept of outcomes that hold whatever the limit of time
 * @param late of inputs that took too long, which hold for this limit
 * @param fleeting of those that hold for this job
 */
record Outcomes(String root, String kept, String late, String fleeting) implements Serializable {
    static final String FOLDER = "_outcomes";

    /**
     * The outcomes in an output folder.
     *
     * @param output the output folder
     * @param work the job's own folder in it
     */
    static Outcomes of(String output, String work, Options options) {
        String root = root(output);
        return new Outcomes(
                root,
                root + "/" + digest(options.settings(Optional.empty())),
                root + "/" + digest(options.settings(Optional.of(Reason.TIMEOUT))),
                work + "/fleeting");
    }

    static String root(String output) {
        return output + "/" + FOLDER;
    }

    private static String digest(String settings) {
        return Input.of("", settings.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, 16);
    }

    /** Where an outcome belongs. */
    String folder(Packed packed) {
        if (packed.isFleeting()) {
            return fleeting;
        }
        return packed.reason().equals(Optional.of(Reason.TIMEOUT)) ? late : kept;
    }

    /** Keys of all that are there. */
    Set<String> keys(JavaSparkContext context, Storage storage) throws IOException {
        Set<String> keys = new HashSet<>();
        for (String folder : folders(storage)) {
            keys.addAll(context.sequenceFile(folder, Text.class, BytesWritable.class)
                    .keys()
                    .map(Text::toString)
                    .collect());
        }
        return keys;
    }

    /** All that are there, one of each key: a task that was repeated may have kept two. */
    JavaPairRDD<String, byte[]> bodies(JavaSparkContext context, Storage storage, int partitions) throws IOException {
        JavaPairRDD<String, byte[]> all = JavaPairRDD.fromJavaRDD(context.emptyRDD());
        for (String folder : folders(storage)) {
            all = all.union(context.sequenceFile(folder, Text.class, BytesWritable.class)
                    .mapToPair(kv -> new Tuple2<>(kv._1().toString(), kv._2().copyBytes())));
        }
        return all.reduceByKey(Outcomes::one, partitions);
    }

    /** The longer one, which is a report if one of them is. */
    private static byte[] one(byte[] a, byte[] b) {
        if (a.length != b.length) {
            return a.length > b.length ? a : b;
        }
        return Arrays.compareUnsigned(a, b) <= 0 ? a : b;
    }

    private List<String> folders(Storage storage) throws IOException {
        List<String> there = new java.util.ArrayList<>();
        for (String folder : List.of(kept, late, fleeting)) {
            if (storage.exists(folder)) {
                there.add(folder);
            }
        }
        return there;
    }

    /** Removes those of other settings. */
    void forgetOthers(Storage storage) throws IOException {
        for (String folder : storage.folders(root)) {
            String name = folder.substring(folder.lastIndexOf('/'));
            if (!kept.endsWith(name) && !late.endsWith(name)) {
                storage.delete(folder);
            }
        }
    }
}
