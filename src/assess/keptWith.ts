/** Keeps what is computed from an owner that does not change (an open workspace), by key; the `most` asked for last. */
export function keptWith<Owner extends object, Value>(
  most: number,
): (owner: Owner, key: string, make: () => Promise<Value>) => Promise<Value> {
  const owners = new WeakMap<Owner, Map<string, Promise<Value>>>();
  return (owner, key, make) => {
    const kept = owners.get(owner) ?? new Map<string, Promise<Value>>();
    owners.set(owner, kept);
    const found = kept.get(key);
    const value = found ?? make();
    kept.delete(key);
    kept.set(key, value);
    // What fails is computed again when it is asked for again.
    if (found === undefined) value.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}
