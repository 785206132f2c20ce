import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { type } from "arktype";
import * as v from "valibot";
import { z } from "zod";

/** A validator of the records of specs/order.feat.yaml. */
export interface Validator {
  readonly name: string;
  readonly accepts: (value: unknown) => boolean;
  /** How many things are wrong, all of them listed. */
  readonly issues: (value: unknown) => number;
}

const patterns = {
  orderId: "^O-[0-9]{8}$",
  customer: "^C[0-9]{6}$",
  zip: "^[0-9]{5}$",
  country: "^[A-Z]{2}$",
  sku: "^[A-Z]{3}-[0-9]{4}$",
};

const object = (
  properties: Readonly<Record<string, unknown>>,
  optional: readonly string[] = [],
) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});

const jsonSchema = object(
  {
    order_id: { type: "string", pattern: patterns.orderId },
    customer: { type: "string", pattern: patterns.customer },
    status: { enum: ["new", "paid", "shipped"] },
    currency: { enum: ["EUR", "USD", "GBP"] },
    age: { type: "integer", minimum: 18, maximum: 120 },
    amount: { type: "number", minimum: 0, maximum: 100_000 },
    discount: { type: "number", nullable: true, minimum: 0, maximum: 1 },
    gift: { type: "boolean" },
    note: { type: "string", maxLength: 60 },
    address: object({
      street: { type: "string", minLength: 1, maxLength: 60 },
      zip: { type: "string", pattern: patterns.zip },
      country: { type: "string", pattern: patterns.country },
    }),
    items: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: object({
        sku: { type: "string", pattern: patterns.sku },
        quantity: { type: "integer", minimum: 1, maximum: 100 },
        price: { type: "number", minimum: 0, maximum: 10_000 },
      }),
    },
  },
  ["discount"],
);

type AjvFunction = ((value: unknown) => boolean) & { readonly errors?: readonly unknown[] | null };

/** Compiled to a module of its own, as for production. */
function ajvStandalone(allErrors: boolean): AjvFunction {
  const ajv = new Ajv({ allErrors, code: { source: true, optimize: true } });
  const code = standaloneCode.default(ajv, ajv.compile(jsonSchema));
  const file = new URL(`./ajv-${allErrors ? "all" : "first"}.cjs`, import.meta.url);
  writeFileSync(file, code);
  const loaded = createRequire(import.meta.url)(file.pathname) as AjvFunction & {
    readonly default?: AjvFunction;
  };
  return loaded.default ?? loaded;
}

function ajvValidator(): Validator {
  const [first, all] = [ajvStandalone(false), ajvStandalone(true)];
  return {
    name: "ajv",
    accepts: (value) => first(value),
    issues: (value) => (all(value) ? 0 : (all.errors?.length ?? 0)),
  };
}

function typeboxValidator(): Validator {
  const strict = { additionalProperties: false };
  const text = (pattern: string) => Type.String({ pattern });
  const check = TypeCompiler.Compile(
    Type.Object(
      {
        order_id: text(patterns.orderId),
        customer: text(patterns.customer),
        status: Type.Union([Type.Literal("new"), Type.Literal("paid"), Type.Literal("shipped")]),
        currency: Type.Union([Type.Literal("EUR"), Type.Literal("USD"), Type.Literal("GBP")]),
        age: Type.Integer({ minimum: 18, maximum: 120 }),
        amount: Type.Number({ minimum: 0, maximum: 100_000 }),
        discount: Type.Optional(Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()])),
        gift: Type.Boolean(),
        note: Type.String({ maxLength: 60 }),
        address: Type.Object(
          {
            street: Type.String({ minLength: 1, maxLength: 60 }),
            zip: text(patterns.zip),
            country: text(patterns.country),
          },
          strict,
        ),
        items: Type.Array(
          Type.Object(
            {
              sku: text(patterns.sku),
              quantity: Type.Integer({ minimum: 1, maximum: 100 }),
              price: Type.Number({ minimum: 0, maximum: 10_000 }),
            },
            strict,
          ),
          { minItems: 1, maxItems: 20 },
        ),
      },
      strict,
    ),
  );
  return {
    name: "TypeBox",
    accepts: (value) => check.Check(value),
    issues: (value) => [...check.Errors(value)].length,
  };
}

function arktypeValidator(): Validator {
  const text = (pattern: string) => type(new RegExp(pattern));
  const order = type({
    "+": "reject",
    order_id: text(patterns.orderId),
    customer: text(patterns.customer),
    status: "'new' | 'paid' | 'shipped'",
    currency: "'EUR' | 'USD' | 'GBP'",
    age: "18 <= number.integer <= 120",
    amount: "0 <= number <= 100000",
    "discount?": "(0 <= number <= 1) | null",
    gift: "boolean",
    note: "string <= 60",
    address: {
      "+": "reject",
      street: "1 <= string <= 60",
      zip: text(patterns.zip),
      country: text(patterns.country),
    },
    items: type({
      "+": "reject",
      sku: text(patterns.sku),
      quantity: "1 <= number.integer <= 100",
      price: "0 <= number <= 10000",
    })
      .array()
      .atLeastLength(1)
      .atMostLength(20),
  });
  return {
    name: "ArkType",
    accepts: (value) => order.allows(value),
    issues: (value) => {
      const result = order(value);
      return result instanceof type.errors ? result.length : 0;
    },
  };
}

function valibotValidator(): Validator {
  const text = (pattern: string) => v.pipe(v.string(), v.regex(new RegExp(pattern)));
  const between = (low: number, high: number) =>
    v.pipe(v.number(), v.minValue(low), v.maxValue(high));
  const whole = (low: number, high: number) =>
    v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));
  const order = v.strictObject({
    order_id: text(patterns.orderId),
    customer: text(patterns.customer),
    status: v.picklist(["new", "paid", "shipped"]),
    currency: v.picklist(["EUR", "USD", "GBP"]),
    age: whole(18, 120),
    amount: between(0, 100_000),
    discount: v.nullish(between(0, 1)),
    gift: v.boolean(),
    note: v.pipe(v.string(), v.maxLength(60)),
    address: v.strictObject({
      street: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
      zip: text(patterns.zip),
      country: text(patterns.country),
    }),
    items: v.pipe(
      v.array(
        v.strictObject({
          sku: text(patterns.sku),
          quantity: whole(1, 100),
          price: between(0, 10_000),
        }),
      ),
      v.minLength(1),
      v.maxLength(20),
    ),
  });
  return {
    name: "Valibot",
    accepts: (value) => v.is(order, value),
    issues: (value) => v.safeParse(order, value).issues?.length ?? 0,
  };
}

function zodValidator(): Validator {
  const text = (pattern: string) => z.string().regex(new RegExp(pattern));
  const order = z.strictObject({
    order_id: text(patterns.orderId),
    customer: text(patterns.customer),
    status: z.enum(["new", "paid", "shipped"]),
    currency: z.enum(["EUR", "USD", "GBP"]),
    age: z.int().min(18).max(120),
    amount: z.number().min(0).max(100_000),
    discount: z.number().min(0).max(1).nullish(),
    gift: z.boolean(),
    note: z.string().max(60),
    address: z.strictObject({
      street: z.string().min(1).max(60),
      zip: text(patterns.zip),
      country: text(patterns.country),
    }),
    items: z
      .array(
        z.strictObject({
          sku: text(patterns.sku),
          quantity: z.int().min(1).max(100),
          price: z.number().min(0).max(10_000),
        }),
      )
      .min(1)
      .max(20),
  });
  return {
    name: "Zod",
    accepts: (value) => order.safeParse(value).success,
    issues: (value) => order.safeParse(value).error?.issues.length ?? 0,
  };
}

export function peers(): readonly Validator[] {
  return [
    ajvValidator(),
    typeboxValidator(),
    arktypeValidator(),
    valibotValidator(),
    zodValidator(),
  ];
}
