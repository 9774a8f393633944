/** Changes supposed of series, in percent: `exports:10,high_tech_exports:-5` in the address. */
export type Supposed = ReadonlyMap<string, number>;

export function readSupposed(text: string | undefined): Supposed {
  return new Map(
    (text ?? '').split(',').flatMap((part) => {
      const [, series, percent] = /^([a-z][a-z0-9_]*):(-?\d{1,3})$/.exec(part) ?? [];
      return series === undefined || Number(percent) === 0 ? [] : [[series, Number(percent)] as const];
    }),
  );
}

/** The same for the address; null: nothing is supposed. */
export function writeSupposed(supposed: Supposed): string | null {
  const parts = [...supposed].filter(([, percent]) => percent !== 0);
  return parts.length === 0 ? null : parts.map(([series, percent]) => `${series}:${percent}`).join(',');
}

/** The same as the question takes it: `exports=+10%,high_tech_exports=-5%`. */
export function supposedText(text: string | undefined): string {
  return [...readSupposed(text)]
    .map(([series, percent]) => `${series}=${percent > 0 ? '+' : '-'}${Math.abs(percent)}%`)
    .join(',');
}
