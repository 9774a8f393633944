import { type Sentence, setRussian, tidy } from '../../narrative/sentence.ts';
import { useLanguage } from '../language.ts';
import { choose, usePlace } from '../place.ts';

/** A number that can be asked how it came about. */
export function Asked({ text, figure }: { readonly text: string; readonly figure: string | undefined }) {
  const { query } = usePlace();
  const { t } = useLanguage();
  if (figure === undefined) return <span className="num">{text}</span>;
  const open = query.ask === figure;
  return (
    <button
      type="button"
      className={open ? 'n on' : 'n'}
      title={t({ ru: 'Как получено это число?', en: 'How does this number come about?' })}
      aria-expanded={open}
      data-figure={figure}
      onClick={() => choose({ ask: open ? null : figure })}
    >
      {text}
    </button>
  );
}

/** Sentences with numbers that can be asked. */
export function Say({
  sentences,
  lead = false,
}: {
  readonly sentences: readonly Sentence[];
  readonly lead?: boolean;
}) {
  const { language } = useLanguage();
  const set = (text: string) => (language === 'ru' ? setRussian(text) : text);
  return (
    <p className={lead ? 'say lead' : 'say'}>
      {sentences.map((sentence, place) => (
        <span key={place}>
          {place > 0 ? ' ' : ''}
          {tidy(sentence).map((part, order) =>
            typeof part === 'string' ? (
              set(part)
            ) : (
              <Asked key={order} text={part.text} figure={part.figure} />
            ),
          )}
        </span>
      ))}
    </p>
  );
}
