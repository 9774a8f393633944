interface EarlierManifest {
  readonly format: 1;
  readonly vintages: readonly (Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly parts: readonly { kind: string; path: string; rows: number; bytes: number }[];
  })[];
}

/**
 * A manifest of format 1 in the shape of format 2: the files of vintages become parts of the workspace, without
 * checksums and sums, which were not recorded then. Nothing on the disk changes before the next write.
 */
export function upgradedManifest(stored: unknown): unknown {
  if ((stored as { format?: unknown } | null)?.format !== 1) return stored;
  const earlier = stored as EarlierManifest;
  return {
    ...earlier,
    format: 2,
    vintages: earlier.vintages.map(({ parts: _parts, ...vintage }) => vintage),
    parts: earlier.vintages.flatMap((vintage) =>
      vintage.parts.map((part) => {
        const place = /flow=(export|import)\/year=(\d+)\//.exec(part.path);
        return {
          ...part,
          flow: place?.[1] ?? null,
          year: place === null ? null : Number(place[2]),
          sha256: null,
          holds: [{ vintage: vintage.id, rows: part.rows, sums: null }],
        };
      }),
    ),
  };
}
