import { usePartnerAddress } from '../usePartnerAddress.ts';

/** The name of a partner in a table; it leads to what is known of it. */
export function PartnerName({ partner, name }: { readonly partner: string; readonly name: string }) {
  const address = usePartnerAddress()(partner);
  return address === null ? name : <a href={address}>{name}</a>;
}
