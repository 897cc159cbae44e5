package gouji.run.spark;

import gouji.source.SourceSteps;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;

/**
 * The file systems of the job, with the driver's settings. Files on a file system of the machine itself are used where
 * they lie; others are copied to the machine that needs them.
 */
final class Storage implements Serializable {
    private final Map<String, String> settings = new HashMap<>();

    Storage(Configuration configuration) {
        configuration.forEach(e -> settings.put(e.getKey(), e.getValue()));
    }

    private FileSystem system(Path path) throws IOException {
        Configuration configuration = new Configuration(false);
        settings.forEach(configuration::set);
        return path.getFileSystem(configuration);
    }

    boolean exists(String place) throws IOException {
        return system(new Path(place)).exists(new Path(place));
    }

    void delete(String place) throws IOException {
        system(new Path(place)).delete(new Path(place), true);
    }

    /** The place with its scheme. */
    String qualified(String place) throws IOException {
        Path path = new Path(place);
        return system(path).makeQualified(path).toUri().toString();
    }

    /**
     * Every file below a place, hidden ones included (Spark's own source of files would pass over names that begin with a
     * dot or an underscore).
     */
    List<Spot> list(String place) throws IOException {
        return isHere(place) ? listHere(place) : listElsewhere(new Path(place));
    }

    private boolean isHere(String place) throws IOException {
        return system(new Path(place)).getUri().getScheme().equals("file");
    }

    private static List<Spot> listHere(String place) throws IOException {
        java.nio.file.Path folder = place.startsWith("file:")
                ? java.nio.file.Path.of(new Path(place).toUri().getPath())
                : java.nio.file.Path.of(place);
        return SourceSteps.list(folder).stream()
                .map(e -> Spot.of(e, e.content().orElseThrow().toUri().toString()))
                .toList();
    }

    private List<Spot> listElsewhere(Path place) throws IOException {
        FileSystem system = system(place);
        FileStatus status = system.getFileStatus(place);
        Path root = status.isDirectory() ? status.getPath() : status.getPath().getParent();
        List<Spot> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> files = system.listFiles(place, true);
        while (files.hasNext()) {
            FileStatus file = files.next();
            String name = root.toUri().relativize(file.getPath().toUri()).getPath();
            found.add(Spot.of(SourceSteps.listed(name), file.getPath().toUri().toString()));
        }
        found.sort(Comparator.comparing(Spot::path, gouji.source.CodePoints.ORDER));
        return found;
    }

    /** The file itself where it is on this machine, else a copy in the folder. */
    java.nio.file.Path fetch(String uri, java.nio.file.Path folder) throws IOException {
        if (uri.startsWith("file:")) {
            return java.nio.file.Path.of(URI.create(uri));
        }
        java.nio.file.Path copy = Files.createTempFile(folder, "copy", "");
        try (InputStream in = open(uri)) {
            Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    InputStream open(String uri) throws IOException {
        Path path = new Path(URI.create(uri));
        return system(path).open(path);
    }

    long length(String uri) throws IOException {
        Path path = new Path(URI.create(uri));
        return system(path).getFileStatus(path).getLen();
    }

    /** Puts a file into a folder that all machines see. */
    String put(java.nio.file.Path file, String folder, String name) throws IOException {
        Path target = new Path(folder, name);
        FileSystem system = system(target);
        system.copyFromLocalFile(false, true, new Path(file.toUri()), target);
        return system.makeQualified(target).toUri().toString();
    }

    /** Folders in a folder; none where it is missing. */
    List<String> folders(String place) throws IOException {
        List<String> folders = new ArrayList<>();
        if (exists(place)) {
            for (FileStatus s : system(new Path(place)).listStatus(new Path(place))) {
                if (s.isDirectory()) {
                    folders.add(s.getPath().toUri().toString());
                }
            }
        }
        return folders;
    }

    /** Names of what is in a folder. */
    List<String> names(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus s : system(new Path(folder)).listStatus(new Path(folder))) {
            names.add(s.getPath().getName());
        }
        return names;
    }

    /** The text of a file in UTF-8. */
    String text(String place) throws IOException {
        try (InputStream in = system(new Path(place)).open(new Path(place))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Writes outcomes into a new file of a folder; whoever lists the folder finds it whole or not at all. */
    void keep(List<OutcomeWriter.Kept> outcomes, String folder) throws IOException {
        String name = UUID.randomUUID().toString();
        Path part = new Path(folder, "_" + name); // hidden from readers
        FileSystem system = system(part);
        try (SequenceFile.Writer writer = SequenceFile.createWriter(
                system.getConf(),
                SequenceFile.Writer.file(system.makeQualified(part)),
                SequenceFile.Writer.keyClass(Text.class),
                SequenceFile.Writer.valueClass(BytesWritable.class),
                SequenceFile.Writer.compression(SequenceFile.CompressionType.NONE))) {
            for (OutcomeWriter.Kept kept : outcomes) {
                writer.append(new Text(kept.key()), new BytesWritable(kept.body()));
            }
            writer.hsync();
        }
        if (!system.rename(part, new Path(folder, "part-" + name))) {
            throw new IOException("cannot be renamed: " + part);
        }
    }
}
