package bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bench.Isotonic.Block;
import bench.Isotonic.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicTest {
    @Test
    void poolsNeighboursThatFall() {
        List<Sample> samples = List.of(
                new Sample(0.1, false),
                new Sample(0.2, true),
                new Sample(0.3, false),
                new Sample(0.9, true),
                new Sample(0.8, true));
        List<Block> blocks = Isotonic.fit(samples);
        assertThat(blocks).extracting(Block::count).containsExactly(1, 2, 2);
        assertThat(blocks).extracting(Block::right).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void findsTheCurveThatMadeTheSamples() {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            double score = random.nextDouble();
            samples.add(new Sample(score, random.nextDouble() < score * score));
        }
        List<Block> blocks = Isotonic.fit(samples);
        assertThat(blocks).isSortedAccordingTo((a, b) -> Double.compare(a.share(), b.share()));
        for (Block b : blocks) {
            if (b.count() > 1000) {
                assertThat(b.share()).isCloseTo(b.score() * b.score(), within(0.04));
            }
        }
    }
}
