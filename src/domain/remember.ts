/**
 * The function, with its last answers remembered: for a pure one that is asked the same again and again, as an import
 * asks for the comparison form of a name. Forgets all when it knows `limit` answers, which bounds the memory.
 */
export function remember<T>(work: (text: string) => T, limit: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
