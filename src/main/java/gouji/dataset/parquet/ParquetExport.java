package gouji.dataset.parquet;

import gouji.dataset.Decimals;
import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * NAME.parquet for each table: texts as STRING, counts as INT64, figures as DECIMAL(38, 10), dates as DATE, no value as
 * null; compressed with GZIP.
 */
public final class ParquetExport implements Export {
    private static final int DECIMAL_BYTES = 16;

    private final Path folder;
    private final Decimals decimals = new Decimals();

    public ParquetExport(Path folder) {
        this.folder = folder;
    }

    @Override
    public Table open(Schema schema) throws IOException {
        MessageType type = type(schema);
        ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new LocalOutputFile(folder.resolve(schema.name() + ".parquet")))
                .withConf(new PlainParquetConfiguration())
                .withType(type)
                .withCodecFactory(new GzipCodecs())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
        return new Table() {
            @Override
            public void row(List<String> cells) throws IOException {
                Group group = new SimpleGroup(type);
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        put(group, i, schema, cells.get(i));
                    }
                }
                writer.write(group);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    private void put(Group group, int index, Schema schema, String text) {
        Field field = schema.fields().get(index);
        switch (field.type()) {
            case INTEGER -> group.add(index, Long.parseLong(text));
            case NUMBER -> {
                Optional<BigDecimal> figure = decimals.fit(schema, field, text);
                figure.ifPresent(f -> group.add(index, bytes(f)));
            }
            case DATE -> group.add(index, (int) LocalDate.parse(text).toEpochDay());
            case STRING, DATETIME -> group.add(index, text);
        }
    }

    private static Binary bytes(BigDecimal figure) {
        byte[] digits = figure.unscaledValue().toByteArray();
        byte[] all = new byte[DECIMAL_BYTES];
        Arrays.fill(all, (byte) (figure.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, all, DECIMAL_BYTES - digits.length, digits.length);
        return Binary.fromConstantByteArray(all);
    }

    private static MessageType type(Schema schema) {
        List<Type> columns = new ArrayList<>();
        for (Field f : schema.fields()) {
            columns.add(
                    switch (f.type()) {
                        case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(f.name());
                        case NUMBER ->
                            Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                                    .length(DECIMAL_BYTES)
                                    .as(LogicalTypeAnnotation.decimalType(Decimals.SCALE, Decimals.PRECISION))
                                    .named(f.name());
                        case DATE ->
                            Types.optional(PrimitiveTypeName.INT32)
                                    .as(LogicalTypeAnnotation.dateType())
                                    .named(f.name());
                        case STRING, DATETIME ->
                            Types.optional(PrimitiveTypeName.BINARY)
                                    .as(LogicalTypeAnnotation.stringType())
                                    .named(f.name());
                    });
        }
        return new MessageType(schema.name(), columns);
    }

    @Override
    public void finish() {
        // each table is a file of its own
    }

    @Override
    public List<String> notices() {
        return decimals.notices();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
