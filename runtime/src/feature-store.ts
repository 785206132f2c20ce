/** The fields that say whose values they are, in the order of the spec. */
export type EntityKey = readonly (string | number | boolean)[];

/** Values of one entity as of one moment. */
export interface StoredFeatures<Values> {
  /** The moment as of which they were computed, in milliseconds since 1970-01-01T00:00Z. */
  readonly asOf: number;
  readonly values: Values;
}

/** Which of the values of an entity are wanted. Both in milliseconds. */
export interface FeatureQuery {
  /** The moment of the prediction: what was computed as of a later one is never returned. */
  readonly asOf: number;
  /** How much older than that the values may be. */
  readonly maxAge: number;
}

/** Where values that were computed before the request are kept. */
export interface FeatureStore<Values> {
  /** The youngest values that the query admits; undefined where there are none. */
  get(key: EntityKey, query: FeatureQuery): Promise<StoredFeatures<Values> | undefined>;
  /** Keeps values; those of the same entity and moment are replaced. */
  put(key: EntityKey, features: StoredFeatures<Values>): Promise<void>;
}

/** A store that lives as long as the process, for tests and for what fits into memory. */
export function memoryFeatureStore<Values>(): FeatureStore<Values> {
  const byKey = new Map<string, StoredFeatures<Values>[]>();
  return {
    get(key, { asOf, maxAge }) {
      let youngest: StoredFeatures<Values> | undefined;
      for (const one of byKey.get(JSON.stringify(key)) ?? []) {
        const admitted = one.asOf <= asOf && asOf - one.asOf <= maxAge;
        if (admitted && (youngest === undefined || one.asOf > youngest.asOf)) youngest = one;
      }
      return Promise.resolve(youngest);
    },
    put(key, features) {
      if (!Number.isFinite(features.asOf)) {
        return Promise.reject(new TypeError("values are stored as of a moment: asOf is no number"));
      }
      const place = JSON.stringify(key);
      const others = (byKey.get(place) ?? []).filter(({ asOf }) => asOf !== features.asOf);
      byKey.set(place, [...others, features]);
      return Promise.resolve();
    },
  };
}
