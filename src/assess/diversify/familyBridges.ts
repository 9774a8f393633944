import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import type { Concordance, Link } from '../../domain/concordance.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { EditionBridges } from '../lists/bridges.ts';
import type { SpanProducts } from './spanProducts.ts';

/**
 * Bridges on which no code is lost: one without a counterpart in the edition wanted (two codes made one, of which the
 * one-to-one table names the other) counts in equal parts as the codes there of the product that it belongs to.
 * `products` are those of six digits.
 */
export function familyBridges(
  bridges: EditionBridges,
  products: SpanProducts,
  to: HsEdition,
): EditionBridges {
  const known = new Map<HsEdition, Concordance | null>();
  const make = (from: HsEdition): Concordance | null => {
    const concordance = bridges.bridge(from);
    if (concordance === null) return null;
    const place = products.editions.indexOf(to);
    const sources = new Set(concordance.links.map((link) => link.source));
    const unnamed = [...hsCodesOf(from)].filter((code) => !sources.has(code));
    const all = [
      ...concordance.links,
      ...unnamed.map((source): Link => ({ source, target: null, weight: 1 })),
    ];
    const links = all.flatMap((link): readonly Link[] => {
      if (link.target !== null) return [link];
      const codes = products.families.codesOf(products.productOf(from, link.source))[place] ?? [];
      return codes.length === 0
        ? [link]
        : codes.map((target) => ({ source: link.source, target, weight: link.weight / codes.length }));
    });
    return { ...concordance, links };
  };
  return {
    bridge: (from) => {
      const found = known.get(from) ?? make(from);
      known.set(from, found);
      return found;
    },
    findings: bridges.findings.filter((finding) => finding.code !== 'edition-unmapped'),
  };
}
