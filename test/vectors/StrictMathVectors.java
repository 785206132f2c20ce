import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * Writes what StrictMath returns, one file FUNCTION.bin for each function: records of the bits of
 * the arguments and of the result, big-endian. Run with JDK 17 or later:
 *
 *   java StrictMathVectors.java FOLDER [COUNT [SEED]]
 *
 * COUNT is the number of records of each file, 4000 unless given. Same COUNT and SEED, same bytes.
 */
public final class StrictMathVectors {
  private static final double LN2 = 0.6931471805599453;
  private static final double PI4 = Math.PI / 4;

  private final Path folder;
  private final int count;
  private final Random random;

  /** Rare arguments that show which branch was taken, found among millions; they come first. */
  private static final Map<String, long[]> HARD = Map.of(
      "sin", new long[] {0x4122cc0f9831de68L, 0xc122cc0f9831de68L, 0x403921fafa80d722L, 0x401921faf821e6adL,
          0x4035fdbca46a2787L, 0x403c4639f02cf939L, 0xc0e9147a203cd6d0L},
      "cos", new long[] {0xc0e9147a203cd6d0L, 0x402c463bb1cbe650L, 0x4031475b7f0b0119L, 0x4122cc0f9831de68L},
      "expm1", new long[] {0x3fdcab89b41faad9L, 0x3fdca7c006af0ba8L, 0x4043ca87a633e5d4L, 0x4043b7c34bdc2c68L,
          0x40439ff7cd49470cL},
      "pow", new long[] {0x3ff3988fc7a04ebfL, 0x408ffffffffffff8L, 0x3ff3988fffffffffL, 0xc090c80000000008L,
          0x3ffbb679d59517f9L, 0xc08feffffffffffcL, 0x3ffbb67900000001L, 0xc08ff00000000008L});
  private static final long[] NONE = {};

  private StrictMathVectors(Path folder, int count, long seed) {
    this.folder = folder;
    this.count = count;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws IOException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 4000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 20240229;
    new StrictMathVectors(Path.of(args[0]), count, seed).writeAll();
  }

  private void writeAll() throws IOException {
    unary("exp", StrictMath::exp, x -> true, -750, 720, highs(0x3fd62e42, 0x3ff0a2b2, 0x3e300000, 0x40862e42),
        709.782712893384, -745.1332191019411, -708.3964185322641, LN2 / 2, 1.5 * LN2, 1);
    unary("expm1", StrictMath::expm1, x -> true, -60, 720,
        highs(0x4043687a, 0x40862e42, 0x3fd62e42, 0x3ff0a2b2, 0x3c900000),
        709.782712893384, -0.25, 20 * LN2, 19.5 * LN2, 56.5 * LN2, 57 * LN2, 1.5 * LN2);
    unary("ln", StrictMath::log, x -> x >= 0, 0, 10, highs(0x00100000, 0x3fe6a09c, 0x3ff6a09c, 0x3ff6147a, 0x3ff6b851),
        1, 0.5, 2, Math.sqrt(2), Math.sqrt(0.5), 1e100, 1e-310);
    unary("log1p", StrictMath::log1p, x -> x >= -1, -1, 10,
        highs(0x3fda827a, 0x3e200000, 0x3c900000, 0xbfd2bec3, 0xbfd2bec4, 0x43400000, 0xbe200000, 0xbc900000),
        -1, -0.29289, 0.41421356, 1, 3, 7, 9007199254740992.0);
    unary("log10", StrictMath::log10, x -> x >= 0, 0, 1000, highs(0x00100000), 1, 10, 100, 1000, 1e-5, 1e22, 1e-310, 1e300);
    unary("log2", x -> StrictMath.log(x) / LN2, x -> x >= 0, 0, 100, highs(), 1, 2, 8, 0.5, 1e-310);
    unary("logit", p -> StrictMath.log(p / (1 - p)), p -> p >= 0 && p <= 1, 0, 1, highs(), 0.5, 1, 1e-300, 0.25, 0.75);
    unary("tanh", StrictMath::tanh, x -> true, -25, 25, highs(0x3c800000, 0x3ff00000, 0x40360000, 0x3e300000), 1, 22, 0.5);
    unary("sigmoid", StrictMathVectors::sigmoid, x -> true, -760, 50, highs(), 1, 36, 37, 709.8, 710, 745.2, 746);
    unary("sin", StrictMath::sin, x -> Math.abs(x) <= 1e6, -10, 10, TRIG_HIGHS, trigPoints());
    unary("cos", StrictMath::cos, x -> Math.abs(x) <= 1e6, -10, 10, TRIG_HIGHS, trigPoints());
    unary("asin", StrictMath::asin, x -> Math.abs(x) <= 1, -1, 1, highs(0x3fe00000, 0x3e400000, 0x3fef3333), 1, 0.5, 0.975);
    unary("sinpi", x -> turn(x, 0), x -> Math.abs(x) <= 0x1p51, -10, 10, highs(), 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 1e15, 0x1p51);
    unary("cospi", x -> turn(x, 1), x -> Math.abs(x) <= 0x1p51, -10, 10, highs(), 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 1e15, 0x1p51);
    // The language has no negative zero; these two functions would tell it apart.
    binary("pow", (x, y) -> StrictMath.pow(x + 0.0, y), this::powPair);
    binary("atan2", (y, x) -> StrictMath.atan2(y + 0.0, x + 0.0), this::atanPair);
  }

  private static double sigmoid(double x) {
    if (x >= 0) return 1 / (1 + StrictMath.exp(-x));
    double e = StrictMath.exp(x);
    return e / (1 + e);
  }

  /** sinpi (quarters 0) and cospi (1); within pi/4 StrictMath's sine and cosine are the kernels. */
  private static double turn(double x, int quarters) {
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

  private static final int[] TRIG_HIGHS = trigHighs();

  /** High words that decide branches, and those of the first multiples of pi/2. */
  private static int[] trigHighs() {
    int[] own = {0x3fe921fb, 0x4002d97c, 0x3e400000, 0x3fd33333, 0x3fe90000};
    int[] words = Arrays.copyOf(own, 40);
    for (int i = own.length; i < words.length; i++) {
      words[i] = (int) (Double.doubleToRawLongBits((i - own.length + 1) * (Math.PI / 2)) >>> 32);
    }
    return words;
  }

  /** Multiples of pi/2, where most bits cancel, up to the end of the domain. */
  private static double[] trigPoints() {
    double[] points = new double[400];
    for (int i = 0; i < points.length; i++) {
      long n = i < 64 ? i + 1 : 64 + (long) (i - 64) * 1894;
      points[i] = n * (Math.PI / 2);
    }
    return points;
  }

  /** Fractions at which the table of logarithms changes, and an exponent next to 1. */
  private static final int[] POW_HIGHS = highs(0x3ff3988e, 0x3ffbb67a, 0x4033988e, 0x3f9bb67a, 0x3fefffff, 0x3ff00000);

  private double powPair(int i, boolean second, double first) {
    switch (i % 8) {
      case 0: return second ? bits() : Math.abs(bits());
      case 1: return second ? range(-300, 300) : range(0, 20);
      case 2: return second ? random.nextInt(41) - 20 : range(-50, 50);
      case 3: return second ? range(-1e10, 1e10) : 1 + random.nextGaussian() * 1e-7;
      case 4: return second ? near(new double[] {0.5, 2, -1, 1, 3, 1024, -1074, -1022, 0x1p31, 0x1p53, 1e18}) : nearAny();
      // Results around the largest and around the subnormal numbers.
      case 5: return second ? (random.nextBoolean() ? 1024 : -1075.5 + random.nextInt(54)) * LN2 / StrictMath.log(first)
          * (1 + random.nextGaussian() * 1e-14) : range(0.01, 50);
      case 6: return second ? near(new double[] {-0.5, 7, 1 / 3.0, 9007199254740991.0}) : -Math.abs(nearAny());
      default: return second ? range(-5, 5) : Double.longBitsToDouble(random.nextLong() & 0x000fffffffffffffL);
    }
  }

  private double atanPair(int i, boolean second, double first) {
    switch (i % 6) {
      case 0: return bits();
      case 1: return range(-10, 10);
      case 2: return second ? first * range(-3, 3) : range(-1e9, 1e9);
      case 3: return second ? first / near(new double[] {0.4375, 0.6875, 1.1875, 2.4375, 0x1p66, 0x1p-29, -1, -2.4375}) : nearAny();
      case 4: return second ? first * Math.scalb(1 + random.nextDouble(), random.nextInt(140) - 70) : range(-10, 10);
      default: return near(new double[] {1, 0, -1, Double.MIN_VALUE, Double.MAX_VALUE});
    }
  }

  private double bits() {
    double x;
    do x = Double.longBitsToDouble(random.nextLong()); while (Double.isNaN(x) || Double.isInfinite(x));
    return x;
  }

  private double range(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private double nearAny() {
    if (random.nextInt(3) == 0) return nearWord(POW_HIGHS);
    return near(new double[] {1, 2, 0.5, 1.2247, 1.7320, 0.1, 10, 1e-300, 1e300, Double.MIN_NORMAL, Double.MIN_VALUE});
  }

  /** One of the points, or a neighbour at most 8 steps away. */
  private double near(double[] points) {
    double point = points[random.nextInt(points.length)];
    if (point == 0) return point;
    double x = Double.longBitsToDouble(Double.doubleToRawLongBits(point) + random.nextInt(17) - 8);
    return Double.isNaN(x) || Double.isInfinite(x) ? point : x;
  }

  /** One of these high words, which decide branches, or a neighbour of it, and any low word. */
  private double nearWord(int[] words) {
    long high = (long) words[random.nextInt(words.length)] + random.nextInt(3) - 1;
    long low = random.nextInt(3) == 0 ? random.nextInt(8) - 4 : random.nextInt();
    return Double.longBitsToDouble((high << 32) | (low & 0xffffffffL));
  }

  private static int[] highs(int... words) {
    return words;
  }

  private double unaryInput(int i, DoublePredicate domain, double low, double high, int[] words, double[] points) {
    for (int attempt = 0; ; attempt++) {
      double x;
      switch ((i + attempt) % 4) {
        case 0: x = bits(); break;
        case 1: x = range(low, high) * (random.nextInt(4) == 0 ? StrictMath.pow(10, range(-5, 5)) : 1); break;
        case 2: x = near(points) * (random.nextInt(4) == 0 ? -1 : 1); break;
        default:
          if (words.length == 0) x = range(low / 8, high / 8);
          else x = nearWord(words);
      }
      if (domain.test(x)) return x;
    }
  }

  private void unary(String name, DoubleUnaryOperator f, DoublePredicate domain, double low, double high, int[] words,
      double... points) throws IOException {
    long[] hard = HARD.getOrDefault(name, NONE);
    try (DataOutputStream out = open(name)) {
      for (int i = 0; i < count; i++) {
        double x = i < hard.length ? Double.longBitsToDouble(hard[i]) : unaryInput(i, domain, low, high, words, points);
        out.writeLong(Double.doubleToRawLongBits(x));
        out.writeLong(Double.doubleToLongBits(f.applyAsDouble(x)));
      }
    }
  }

  private interface Pair {
    double of(int i, boolean second, double first);
  }

  private void binary(String name, DoubleBinaryOperator f, Pair pair) throws IOException {
    long[] hard = HARD.getOrDefault(name, NONE);
    try (DataOutputStream out = open(name)) {
      for (int i = 0; i < count; i++) {
        double a;
        double b;
        do {
          boolean known = 2 * i < hard.length;
          a = known ? Double.longBitsToDouble(hard[2 * i]) : pair.of(i, false, 0);
          b = known ? Double.longBitsToDouble(hard[2 * i + 1]) : pair.of(i, true, a);
        } while (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b));
        out.writeLong(Double.doubleToRawLongBits(a));
        out.writeLong(Double.doubleToRawLongBits(b));
        out.writeLong(Double.doubleToLongBits(f.applyAsDouble(a, b)));
      }
    }
  }

  private DataOutputStream open(String name) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".bin")), 1 << 16));
  }
}
