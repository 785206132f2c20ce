import { randomFrom } from "./order-records.js";

/** A record of specs/basket.feat.yaml as the generated parsers make it. */
export interface Basket {
  readonly card: string;
  readonly bought_at: number;
  readonly amount: number;
  readonly shipping: number;
  readonly balance: number | null;
  readonly limit: number;
  readonly age: number;
  readonly quantity: number;
  readonly late_payments: number;
  readonly country: "DE" | "FR" | "IT" | "ES" | "US";
  readonly channel: "web" | "app" | "shop";
  readonly merchant: string;
  readonly is_new: boolean;
}

export interface Purchase {
  readonly card: string;
  readonly bought_at: number;
  readonly amount: number;
  readonly fee: number;
  readonly country: Basket["country"];
  readonly merchant: string;
  readonly online: boolean;
}

const countries = ["DE", "FR", "IT", "ES", "US"] as const;
const channels = ["web", "app", "shop"] as const;
const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);

/** As JSON, with timestamps as text. */
export function basketRecords(count: number): readonly unknown[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, (_, i) => ({
    card: `card-${i % 97}`,
    bought_at: new Date(start + Math.floor(random() * 300 * day)).toISOString(),
    amount: Math.round(random() * 2e5) / 100,
    shipping: Math.round(random() * 1e3) / 100,
    balance: i % 5 === 0 ? null : Math.round(random() * 1e6) / 100,
    limit: 100 + Math.floor(random() * 19_000),
    age: 18 + Math.floor(random() * 80),
    quantity: 1 + Math.floor(random() * 30),
    late_payments: Math.floor(random() * 20),
    country: countries[Math.floor(random() * 5)],
    channel: channels[Math.floor(random() * 3)],
    merchant: `merchant ${Math.floor(random() * 40)}`,
    is_new: random() < 0.2,
  }));
}

/** 50 events in the order of time, some of them before the window or after the prediction. */
export function purchasesBefore(time: number, seed: number): readonly unknown[] {
  const random = randomFrom(seed);
  const first = time - 32 * day;
  return Array.from({ length: 50 }, (_, i) => ({
    card: `card-${seed % 97}`,
    bought_at: new Date(Math.floor(first + (i + random()) * 0.65 * day)).toISOString(),
    amount: Math.round(random() * 2e5) / 100,
    fee: Math.round(random() * 100) / 100,
    country: countries[Math.floor(random() * 5)],
    merchant: `merchant ${Math.floor(random() * 40)}`,
    online: random() < 0.5,
  }));
}
