/** A formula, drawn by the browser itself from MathML that the server made of the registry's TeX. */
export function Formula({ mathMl, plain }: { readonly mathMl: string; readonly plain: string }) {
  return (
    <div className="maths">
      <div dangerouslySetInnerHTML={{ __html: mathMl }} />
      <p className="maths-plain">{plain}</p>
    </div>
  );
}
