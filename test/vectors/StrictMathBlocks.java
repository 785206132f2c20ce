import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Digests of what StrictMath returns for many generated inputs. Run with JDK 17 or later:
 *
 *   java StrictMathBlocks.java FILE          writes all digests as JSON
 *   java StrictMathBlocks.java NAME BLOCK    prints the bits of the results of one block, a line each
 *
 * A block is 1,000 inputs; its digest is the start of the SHA-256 of its results, 8 bytes each, big-endian. Zero has
 * no sign there, and what is not finite is NaN. FILE also holds what the inputs are made from; `next`, `argument` and
 * `input` are written again in test/support/strict-math-blocks.ts.
 */
public final class StrictMathBlocks {
  private static final int BLOCK = 1000;
  private static final double LN2 = 0.6931471805599453;
  private static final double PI4 = Math.PI / 4;
  private static final double NO_LIMIT = Double.MAX_VALUE;

  /** What one argument is drawn from: its domain, a usual range, points and high words that decide branches. */
  private record Source(double min, double max, double low, double high, int[] words, double[] points) {}

  private record Function(String name, int blocks, DoubleBinaryOperator f, List<Source> sources) {}

  public static void main(String[] args) throws Exception {
    List<Function> functions = functions();
    if (args.length == 1) {
      Files.writeString(Path.of(args[0]), json(functions));
      return;
    }
    for (Function function : functions) {
      if (!function.name().equals(args[0])) continue;
      for (long bits : results(function, Integer.parseInt(args[1]))) System.out.printf("%016x%n", bits);
    }
  }

  private static List<Function> functions() {
    List<Function> all = new ArrayList<>();
    all.add(unary("exp", (x, y) -> StrictMath.exp(x), any(-750, 720,
        words(0x3fd62e42, 0x3ff0a2b2, 0x3e300000, 0x40862e42),
        709.782712893384, -745.1332191019411, -708.3964185322641, LN2 / 2, 1.5 * LN2, 1)));
    all.add(unary("expm1", (x, y) -> StrictMath.expm1(x), any(-60, 720,
        words(0x4043687a, 0x40862e42, 0x3fd62e42, 0x3ff0a2b2, 0x3c900000),
        709.782712893384, -0.25, 20 * LN2, 19.5 * LN2, 56.5 * LN2, 57 * LN2, 1.5 * LN2)));
    int[] log = words(0x00100000, 0x3fe6a09c, 0x3ff6a09c, 0x3ff6147a, 0x3ff6b851, 0x3ff00000);
    all.add(unary("ln", (x, y) -> StrictMath.log(x), new Source(0, NO_LIMIT, 0, 10, log,
        points(1, 0.5, 2, Math.sqrt(2), Math.sqrt(0.5), 1e100, 1e-310))));
    all.add(unary("log1p", (x, y) -> StrictMath.log1p(x), new Source(-1, NO_LIMIT, -1, 10,
        words(0x3fda827a, 0x3e200000, 0x3c900000, 0xbfd2bec3, 0xbfd2bec4, 0x43400000, 0xbe200000, 0xbc900000),
        points(-1, -0.29289, 0.41421356, 1, 3, 7, 9007199254740992.0))));
    all.add(unary("log10", (x, y) -> StrictMath.log10(x), new Source(0, NO_LIMIT, 0, 1000, log,
        points(1, 10, 100, 1000, 1e-5, 1e22, 1e-310, 1e300))));
    all.add(unary("log2", (x, y) -> StrictMath.log(x) / LN2, new Source(0, NO_LIMIT, 0, 100, log,
        points(1, 2, 8, 0.5, 1e-310))));
    all.add(unary("logit", (p, y) -> StrictMath.log(p / (1 - p)), new Source(0, 1, 0, 1, words(0x3fe00000, 0x3fefffff),
        points(0.5, 1, 1e-300, 0.25, 0.75))));
    all.add(unary("tanh", (x, y) -> StrictMath.tanh(x), any(-25, 25,
        words(0x3c800000, 0x3ff00000, 0x40360000, 0x3e300000), 1, 22, 0.5)));
    all.add(unary("sigmoid", (x, y) -> sigmoid(x), any(-760, 50, words(0x3fd62e42, 0x3ff0a2b2, 0x40862e42),
        1, 36, 37, 709.8, 710, 745.2, 746)));
    Source angle = new Source(-1e6, 1e6, -10, 10, angleWords(), anglePoints());
    all.add(unary("sin", (x, y) -> StrictMath.sin(x), angle));
    all.add(unary("cos", (x, y) -> StrictMath.cos(x), angle));
    all.add(unary("asin", (x, y) -> StrictMath.asin(x), new Source(-1, 1, -1, 1,
        words(0x3fe00000, 0x3e400000, 0x3fef3333), points(1, 0.5, 0.975))));
    Source halfTurns = new Source(-0x1p51, 0x1p51, -10, 10, words(0x3fd00000, 0x3fe00000, 0x3ff00000, 0x43100000),
        points(0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 1e15, 0x1p51));
    all.add(unary("sinpi", (x, y) -> turn(x, 0), halfTurns));
    all.add(unary("cospi", (x, y) -> turn(x, 1), halfTurns));
    Source period = new Source(Double.MIN_VALUE, NO_LIMIT, 0.1, 400, words(0x3ff00000, 0x40380000),
        points(1, 7, 12, 24, 60, 365.25, 86400));
    Source place = any(-1000, 1000, words(0x3ff00000, 0x40380000), 1, 6, 12, 24, 365.25);
    all.add(binary("cyclic_sin", (x, p) -> turn(2 * x / p, 0), place, period));
    all.add(binary("cyclic_cos", (x, p) -> turn(2 * x / p, 1), place, period));
    int[] power = words(0x3ff3988e, 0x3ffbb67a, 0x4033988e, 0x3f9bb67a, 0x3fefffff, 0x3ff00000);
    all.add(binary("pow", StrictMath::pow,
        any(-5, 50, power, 1, 2, 0.5, 1.2247, 1.732, 0.1, 10, 1e-300, 1e300, Double.MIN_NORMAL, Double.MIN_VALUE),
        any(-300, 300, words(0x41e00000, 0x43f00000, 0x40900000, 0x3fe00000),
            0.5, 2, 1, 3, 7, 1 / 3.0, 1024, 1074, 1022, 0x1p31, 0x1p53, 1e18)));
    all.add(binary("atan2", StrictMath::atan2,
        any(-10, 10, words(0x3fdc0000, 0x3fe60000, 0x3ff30000, 0x40038000), 1, 0.4375, Double.MIN_VALUE, NO_LIMIT),
        any(-10, 10, words(0x3ff00000, 0x44100000, 0x3e200000), 1, 0, Double.MIN_VALUE, NO_LIMIT)));
    return all;
  }

  private static Function unary(String name, DoubleBinaryOperator f, Source source) {
    return new Function(name, 100, f, List.of(source));
  }

  private static Function binary(String name, DoubleBinaryOperator f, Source first, Source second) {
    return new Function(name, 100, f, List.of(first, second));
  }

  private static Source any(double low, double high, int[] words, double... points) {
    return new Source(-NO_LIMIT, NO_LIMIT, low, high, words, points);
  }

  private static int[] words(int... words) {
    return words;
  }

  private static double[] points(double... points) {
    return points;
  }

  /** High words that decide branches, and those of the first multiples of pi/2. */
  private static int[] angleWords() {
    int[] words = new int[40];
    System.arraycopy(words(0x3fe921fb, 0x4002d97c, 0x3e400000, 0x3fd33333, 0x3fe90000), 0, words, 0, 5);
    for (int i = 5; i < 40; i++) words[i] = (int) (Double.doubleToRawLongBits((i - 4) * (Math.PI / 2)) >>> 32);
    return words;
  }

  /** Multiples of pi/2, where most bits cancel, up to the end of the domain. */
  private static double[] anglePoints() {
    double[] points = new double[400];
    for (int i = 0; i < 400; i++) points[i] = (i < 64 ? i + 1 : 64 + (i - 64) * 1894) * (Math.PI / 2);
    return points;
  }

  private static double sigmoid(double x) {
    if (x >= 0) return 1 / (1 + StrictMath.exp(-x));
    double e = StrictMath.exp(x);
    return e / (1 + e);
  }

  /** sinpi (quarters 0) and cospi (1); within pi/4 StrictMath's sine and cosine are the kernels. */
  private static double turn(double x, int quarters) {
    if (!(Math.abs(x) <= 0x1p51)) return Double.NaN;
    double r = x - 2 * StrictMath.rint(x / 2);
    double q = StrictMath.rint(2 * r);
    double angle = (r - q / 2) * Math.PI;
    if (Math.abs(angle) > PI4) throw new IllegalStateException("not reduced: " + x);
    switch (((int) q + quarters) & 3) {
      case 0: return StrictMath.sin(angle);
      case 1: return StrictMath.cos(angle);
      case 2: return -StrictMath.sin(angle);
      default: return -StrictMath.cos(angle);
    }
  }

  private static int state;

  /** 32 bits; the counter starts anew in each block, at its number. */
  private static int next() {
    state += 0x9e3779b9;
    int z = state;
    z = (z ^ (z >>> 16)) * 0x85ebca6b;
    z = (z ^ (z >>> 13)) * 0xc2b2ae35;
    return z ^ (z >>> 16);
  }

  private static int below(int n) {
    return Integer.remainderUnsigned(next(), n);
  }

  private static double argument(Source source) {
    while (true) {
      double x = candidate(source);
      if (x >= source.min() && x <= source.max()) return x + 0.0;
    }
  }

  private static double candidate(Source source) {
    switch (below(4)) {
      case 0: return ofWords(next(), next());
      case 1: return source.low() + (source.high() - source.low()) * ((next() & 0xffffffffL) / 0x1p32);
      case 2: {
        double point = source.points()[below(source.points().length)];
        int steps = below(17) - 8;
        double x = point == 0 ? 0 : Double.longBitsToDouble(Double.doubleToRawLongBits(point) + steps);
        return below(4) == 0 ? -x : x;
      }
      default: {
        int word = source.words()[below(source.words().length)] + below(3) - 1;
        return ofWords(word, below(3) == 0 ? below(8) - 4 : next());
      }
    }
  }

  private static double ofWords(int high, int low) {
    return Double.longBitsToDouble(((long) high << 32) | (low & 0xffffffffL));
  }

  private static long[] results(Function function, int block) {
    state = block;
    long[] results = new long[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      double a = argument(function.sources().get(0));
      double b = function.sources().size() > 1 ? argument(function.sources().get(1)) : 0;
      double result = function.f().applyAsDouble(a, b) + 0.0;
      results[i] = Double.doubleToLongBits(Math.abs(result) <= NO_LIMIT ? result : Double.NaN);
    }
    return results;
  }

  private static String json(List<Function> functions) throws Exception {
    List<String> parts = new ArrayList<>();
    for (Function function : functions) {
      List<String> sources = new ArrayList<>();
      for (Source s : function.sources()) {
        List<String> words = new ArrayList<>();
        for (int word : s.words()) words.add(String.valueOf(word));
        List<String> points = new ArrayList<>();
        for (double point : s.points()) points.add(String.valueOf(point));
        sources.add(String.format("{\"min\":%s,\"max\":%s,\"low\":%s,\"high\":%s,%n\"words\":[%s],%n\"points\":[%s]}",
            s.min(), s.max(), s.low(), s.high(), String.join(",", words), String.join(",", points)));
      }
      List<String> digests = new ArrayList<>();
      for (int block = 0; block < function.blocks(); block++) digests.add("\"" + digest(results(function, block)) + "\"");
      parts.add(String.format("\"%s\":{\"sources\":[%s],%n\"digests\":[%n%s]}", function.name(),
          String.join(",", sources), String.join(",\n", digests)));
    }
    return "{" + String.join(",\n", parts) + "}\n";
  }

  private static String digest(long[] results) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(8 * results.length);
    for (long bits : results) bytes.putLong(bits);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
    return HexFormat.of().formatHex(hash).substring(0, 16);
  }
}
