export {
  clip,
  finite,
  float32,
  floorDivide,
  greatest,
  hypot,
  least,
  modFloat,
  modInt,
  powerInt,
  safeInt,
  sign,
  toInt,
} from "./numbers.js";
export { round, roundHalfEven, roundTo } from "./round.js";

export { exp } from "./fdlibm/exp.js";
export { expm1 } from "./fdlibm/expm1.js";
export { ln, log10, log2, logit } from "./fdlibm/log.js";
export { log1p } from "./fdlibm/log1p.js";
export { pow } from "./fdlibm/pow.js";
export { sigmoid, tanh } from "./fdlibm/tanh.js";
export { cos, sin } from "./fdlibm/sin-cos.js";
export { cospi, cyclicCos, cyclicSin, sinpi } from "./fdlibm/sinpi.js";
export { asin } from "./fdlibm/asin.js";
export { degrees, haversineKm, interpolate, radians } from "./geometry.js";
export { atan2 } from "./fdlibm/atan2.js";

export {
  collapseSpaces,
  compareText,
  concat,
  contains,
  countWords,
  endsWith,
  indexOf,
  intText,
  hasLength,
  isWellFormed,
  left,
  length,
  lower,
  replaceAll,
  right,
  splitPart,
  startsWith,
  substr,
  trim,
  upper,
} from "./text.js";
export { parseInteger, parseNumber } from "./parse-number.js";
export { matchesTable, type PatternTable } from "./patterns.js";
export {
  extract,
  firstMatch,
  keepWithin,
  removeWithin,
  type ExtractProgram,
  type ExtractStep,
} from "./extract.js";
export { hashBucket, sha256Hex } from "./hash.js";
export { hashBucketMd5 } from "./md5.js";
export { hashBucketMurmur3 } from "./murmur3.js";
export { lowerUnicode, upperUnicode } from "./unicode/case.js";
export { normalizeNfkd, stripAccents } from "./unicode/decompose.js";
export {
  argmax,
  argmin,
  compareLists,
  compareNullable,
  compareSingle,
  exactSum,
  firstText,
  greatestOf,
  inOrder,
  lastText,
  latest,
  leastOf,
  meanOf,
  mode,
  nthLargest,
  nthLast,
  nthSmallest,
  quantile,
  scaledSum,
  secondsSince,
  shareOf,
  stddevPop,
  stddevSamp,
  sumOf,
  varPop,
  varSamp,
  withoutMissing,
} from "./aggregates.js";
export { bucketize, bucketizeRight, indexIn } from "./encode.js";

export {
  addMonths,
  dateInRange,
  dateOf,
  dateTrunc,
  day,
  dayOfWeek,
  dayOfYear,
  daysInMonth,
  hour,
  isWeekend,
  isoWeek,
  isoYear,
  minute,
  month,
  monthsBetween,
  quarter,
  second,
  secondsOfDay,
  timestampInRange,
  timestampTrunc,
  year,
  yearsBetween,
  type DateUnit,
  type TimestampUnit,
} from "./dates.js";
export { instantOfLocal, localTime, localTrunc, zoneTable, type ZoneTable } from "./zones.js";
export { parseDate, parseTimestamp } from "./parse-date.js";
export { dateText, formatDate, formatTimestamp } from "./format-date.js";
export { parseByPattern, type NumberStep, type PatternStep } from "./date-pattern.js";
export { compileDatePattern } from "./compile-date-pattern.js";

export { ISSUE_LIMIT, issue, pathText, type Issue, type IssueCode } from "./issues.js";
export { describeReceived } from "./received.js";
export { ACCESSOR, isPlainObject, isPrototypeName, ownValue, prototypeIsClean } from "./objects.js";
export {
  FingerprintError,
  InputError,
  MatrixError,
  RejectedRowError,
  VerificationError,
} from "./errors.js";
export {
  verifyCells,
  verifyIssues,
  verifyOutcome,
  verifyValues,
  type VerifiedRow,
} from "./verify.js";
export {
  checkFingerprint,
  float32Cell,
  float64Cell,
  int32Cell,
  uint8Cell,
  type Matrix,
  type MatrixDtype,
} from "./matrix.js";
export {
  standardSchema,
  type ParseOutcome,
  type StandardFailure,
  type StandardProps,
  type StandardResult,
  type StandardSchemaV1,
  type StandardSuccess,
} from "./standard-schema.js";

export {
  LineScanner,
  type LineReader,
  type RejectedLine,
  type ScanCounts,
  type ScanOptions,
} from "./scan/line-scanner.js";
export { type ScannedLine } from "./scan/scanned-line.js";
export { scanDate, scanTimestamp } from "./scan/scan-moment.js";
export {
  scanBool,
  scanId,
  scanNested,
  scanNumber,
  scanOwnText,
  scanScalar,
  scanText,
  scanTextLength,
  scanWord,
  scannedWords,
  type ScannedWords,
} from "./scan/read-value.js";
export {
  firstKey,
  nextKey,
  recordEnd,
  scannedKeys,
  type ScannedKeys,
} from "./scan/scanned-keys.js";
export {
  memoryFeatureStore,
  type EntityKey,
  type FeatureQuery,
  type FeatureStore,
  type StoredFeatures,
} from "./feature-store.js";
