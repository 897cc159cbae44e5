package gouji.profile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.profile.Profile;
import org.junit.jupiter.api.Test;

class CnDisclosureTest {
    private final Profile profile = ProfileLoader.builtIn("cn-disclosure");

    @Test
    void hasTheNumberOfCellsEachFormPrints() {
        assertThat(profile.template("format-2021").cells()).isEqualTo(10 + 175 + 15);
        assertThat(profile.template("format-2019").cells()).isEqualTo(22 + 161 + 15);
        assertThat(profile.template("stats-2014").cells()).isEqualTo(58);
    }
}
