import { useContext } from 'react';
import { worldReporter } from '../domain/territory.ts';
import { addressOf } from './place.ts';
import { WorkspaceContext } from './workspace.ts';

/**
 * Where more is to be read of a partner: what goes there, on the page World; in data of the world, the page of that
 * country. null: it is no country that is named.
 */
export function usePartnerAddress(): (partner: string) => string | null {
  const { country } = useContext(WorkspaceContext).data;
  return (partner) => {
    if (!/^[A-Z]{2}$/.test(partner)) return null;
    return country === worldReporter
      ? addressOf('region', partner)
      : `${addressOf('world', null, { partner })}#destinations`;
  };
}
