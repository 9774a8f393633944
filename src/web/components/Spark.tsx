/** A small chart within a line of text or a cell. */
export function Spark({ svg }: { readonly svg: string }) {
  return <span dangerouslySetInnerHTML={{ __html: svg }} />;
}
