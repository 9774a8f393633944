import { useLanguage } from '../../language.ts';

/** A formula, drawn by the browser itself from MathML that the server made of the registry's TeX. */
export function Formula({ mathMl, plain }: { readonly mathMl: string; readonly plain: string }) {
  const { t } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long formula is scrolled by keys
    <section className="maths" tabIndex={0} aria-label={t({ ru: 'Формула', en: 'Formula' })}>
      <div dangerouslySetInnerHTML={{ __html: mathMl }} />
      <p className="maths-plain">{plain}</p>
    </section>
  );
}
