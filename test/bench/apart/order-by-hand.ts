/**
 * What a careful engineer would write by hand to check the records of specs/order.feat.yaml, as strictly as the
 * generated code: plain objects, no unknown keys, text without lone surrogates.
 */
export function isOrder(o: unknown): boolean {
  if (typeof o !== "object" || o === null || Array.isArray(o)) return false;
  const prototype: unknown = Object.getPrototypeOf(o);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const row = o as Record<string, unknown>;
  const id = row["order_id"];
  if (typeof id !== "string" || id.length !== 10 || !id.startsWith("O-") || !areDigits(id, 2)) {
    return false;
  }
  const customer = row["customer"];
  if (typeof customer !== "string" || customer.length !== 7 || customer.charCodeAt(0) !== 67) {
    return false;
  }
  if (!areDigits(customer, 1)) return false;
  const status = row["status"];
  if (status !== "new" && status !== "paid" && status !== "shipped") return false;
  const currency = row["currency"];
  if (currency !== "EUR" && currency !== "USD" && currency !== "GBP") return false;
  const age = row["age"];
  if (typeof age !== "number" || !(age >= 18 && age <= 120) || Math.floor(age) !== age) {
    return false;
  }
  const amount = row["amount"];
  if (typeof amount !== "number" || !(amount > -1e-100 && amount <= 100_000)) return false;
  const discount = row["discount"];
  if (discount !== undefined && discount !== null) {
    if (typeof discount !== "number" || !(discount > -1e-100 && discount <= 1)) return false;
  }
  if (typeof row["gift"] !== "boolean") return false;
  if (!isText(row["note"], 0, 60)) return false;
  if (!isAddress(row["address"])) return false;
  const items = row["items"];
  if (!Array.isArray(items) || items.length < 1 || items.length > 20) return false;
  for (let i = 0; i < items.length; i += 1) if (!isItem(items[i])) return false;
  for (const key in row) {
    if (
      key !== "order_id" &&
      key !== "customer" &&
      key !== "status" &&
      key !== "currency" &&
      key !== "age" &&
      key !== "amount" &&
      key !== "discount" &&
      key !== "gift" &&
      key !== "note" &&
      key !== "address" &&
      key !== "items"
    ) {
      return false;
    }
  }
  return true;
}

function isAddress(o: unknown): boolean {
  if (typeof o !== "object" || o === null || Array.isArray(o)) return false;
  const prototype: unknown = Object.getPrototypeOf(o);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const row = o as Record<string, unknown>;
  if (!isText(row["street"], 1, 60)) return false;
  const zip = row["zip"];
  if (typeof zip !== "string" || zip.length !== 5 || !areDigits(zip, 0)) return false;
  const country = row["country"];
  if (typeof country !== "string" || country.length !== 2) return false;
  if (!isCapital(country.charCodeAt(0)) || !isCapital(country.charCodeAt(1))) return false;
  for (const key in row) {
    if (key !== "street" && key !== "zip" && key !== "country") return false;
  }
  return true;
}

function isItem(o: unknown): boolean {
  if (typeof o !== "object" || o === null || Array.isArray(o)) return false;
  const prototype: unknown = Object.getPrototypeOf(o);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const row = o as Record<string, unknown>;
  const sku = row["sku"];
  if (typeof sku !== "string" || sku.length !== 8 || sku.charCodeAt(3) !== 45) return false;
  if (!isCapital(sku.charCodeAt(0)) || !isCapital(sku.charCodeAt(1))) return false;
  if (!isCapital(sku.charCodeAt(2)) || !areDigits(sku, 4)) return false;
  const quantity = row["quantity"];
  if (typeof quantity !== "number" || Math.floor(quantity) !== quantity) return false;
  if (!(quantity >= 1 && quantity <= 100)) return false;
  const price = row["price"];
  if (typeof price !== "number" || !(price > -1e-100 && price <= 10_000)) return false;
  for (const key in row) {
    if (key !== "sku" && key !== "quantity" && key !== "price") return false;
  }
  return true;
}

function areDigits(text: string, from: number): boolean {
  for (let i = from; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

/** Length in code points, no lone surrogates, in one pass. */
function isText(value: unknown, least: number, most: number): boolean {
  if (typeof value !== "string") return false;
  let count = value.length;
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charCodeAt(i);
    if ((unit & 0xf800) !== 0xd800) continue;
    if (unit > 0xdbff || (value.charCodeAt(i + 1) & 0xfc00) !== 0xdc00) return false;
    count -= 1;
    i += 1;
  }
  return count >= least && count <= most;
}
