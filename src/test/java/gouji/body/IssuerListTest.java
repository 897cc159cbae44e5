package gouji.body;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.body.csv.RegistryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Names of bodies with the code they must get. The truth comes from how each name was put together out of the registry
 * (column {@code rule}), and for the rules without a code from names that fit none or several.
 */
class IssuerListTest {
    private final BodyResolver resolver = new BodyResolver(RegistryFiles.builtIn("cn-divisions"));

    @Test
    void givesNoWrongCodeAndResolvesWhatOneDivisionFits() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int withCode = 0;
        int total = 0;
        for (String line : lines()) {
            String[] f = line.split(",", -1);
            Resolution r = resolver.resolve(f[0], Optional.of(Integer.valueOf(f[1])), Witnesses.NONE);
            String code = r.body().map(Body::code).orElse("");
            String got =
                    r.body().map(b -> b.level().word() + " " + b.kind().word()).orElse(" ");
            boolean kind = f[3].equals("*") || code.isEmpty() && !f[2].isEmpty() || got.equals(f[3] + " " + f[4]);
            total++;
            withCode += f[2].isEmpty() ? 0 : 1;
            if (!code.isEmpty() && !code.equals(f[2]) || !kind) {
                wrong.add(line + " got " + code + " " + got);
            } else if (!code.equals(f[2])) {
                open.add(line);
            }
        }
        System.out.printf(
                "issuers: %d names, %d with a code, resolved %.1f %%, wrong %d%n",
                total, withCode, 100.0 * (withCode - open.size()) / withCode, wrong.size());
        assertThat(total).isGreaterThanOrEqualTo(500);
        assertThat(wrong).isEmpty();
        assertThat(open).as("names of one division that stay open").hasSizeLessThan(withCode / 100);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = IssuerListTest.class.getResourceAsStream("issuers.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
