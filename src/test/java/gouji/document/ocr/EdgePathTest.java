package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgePathTest {
    /** Lines across fall by one pixel in ten; those down stand upright. */
    private static FoundGrid falling() {
        double[] at = IntStream.rangeClosed(0, 20).mapToDouble(i -> 10.0 * i).toArray();
        double[] fall = IntStream.rangeClosed(0, 20).mapToDouble(i -> 40 + i).toArray();
        double[] upright = IntStream.rangeClosed(0, 20).mapToDouble(i -> 100).toArray();
        Warp across = Warp.fit(List.of(new Rule(at, fall, 0, 200, 1)), 100, 100, 100, 100);
        Warp down = Warp.fit(List.of(new Rule(at, upright, 0, 200, 1)), 100, 100, 100, 100);
        return new FoundGrid(new double[0], new double[0], List.of(), across, down);
    }

    @Test
    void runsWithTheLinesOfTheTable() {
        EdgePath path = EdgePath.of(falling(), true, 50, 0, 200, 201);
        assertThat(path.length()).isEqualTo(201);
        assertThat(path.x(0, 0)).isZero();
        assertThat(path.x(200, 0)).isEqualTo(200);
        assertThat(path.y(100, 0)).isEqualTo(50);
        assertThat(path.y(200, 0) - path.y(0, 0)).isBetween(19, 21);
    }

    @Test
    void movesAcross() {
        EdgePath level = EdgePath.of(falling(), true, 50, 0, 200, 201);
        assertThat(level.x(7, 3)).isEqualTo(level.x(7, 0));
        assertThat(level.y(7, 3)).isEqualTo(level.y(7, 0) + 3);
        EdgePath upright = EdgePath.of(falling(), false, 80, 20, 60, 61);
        assertThat(upright.x(7, -2)).isEqualTo(78);
        assertThat(upright.y(7, -2)).isEqualTo(upright.y(7, 0));
    }

    @Test
    void ofOnePlaceIsItsBeginning() {
        EdgePath path = EdgePath.of(falling(), false, 100, 30, 0, 1);
        assertThat(path.x(0, 0)).isEqualTo(100);
        assertThat(path.y(0, 0)).isEqualTo(30);
    }
}
