import { type ReactNode, useContext, useRef, useState } from 'react';
import { type Asked, addressOfQuestion } from '../answers.ts';
import { apiCallOf, citationOf, commandOf, snippetOf } from '../copies.ts';
import { useLanguage } from '../language.ts';
import { choose, usePlace } from '../place.ts';
import { pngOf, saveFile, standaloneSvg } from '../standaloneSvg.ts';
import { inLevelsOfData } from '../withCountryLevels.ts';
import { WorkspaceContext } from '../workspace.ts';
import { Chart } from './Chart.tsx';
import { FigureContext } from './figureContext.ts';

const t = {
  table: { ru: 'Таблица', en: 'Table' },
  picture: { ru: 'Рисунок', en: 'Figure' },
  download: { ru: 'Скачать', en: 'Download' },
  copy: { ru: 'Скопировать', en: 'Copy' },
  copied: { ru: 'Скопировано', en: 'Copied' },
  failed: { ru: 'Не удалось; текст показан ниже', en: 'Failed; the text is shown below' },
  link: { ru: 'ссылка', en: 'link' },
  citation: { ru: 'цитата', en: 'citation' },
  how: { ru: 'Как получено?', en: 'How so?' },
  source: { ru: 'Источник', en: 'Source' },
};

/** One finding: its title says it, the line below measure, unit and period; the table is one key away. */
export function Figure({
  id,
  title,
  subtitle,
  tools,
  draw,
  table,
  asked: question,
  notes,
  figure,
}: {
  /** Name of the figure in the address and in names of files. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tools?: ReactNode;
  /** The chart for a width; absent: the table is the figure. */
  readonly draw?: (width: number) => string;
  readonly table: ReactNode;
  /** The question that the figure answers. */
  readonly asked: Asked;
  readonly notes?: readonly ReactNode[];
  /** The figure that "How so?" explains. */
  readonly figure?: string | undefined;
}) {
  const { language, t: say } = useLanguage();
  const { query } = usePlace();
  const { source, version, data } = useContext(WorkspaceContext);
  const asked = inLevelsOfData(question, data.country);
  const box = useRef<HTMLElement>(null);
  const [done, setDone] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const tables = (query.table ?? '').split(',').filter((name) => name !== '');
  const asTable = draw === undefined || tables.includes(id);
  const turn = () => {
    const next = asTable ? tables.filter((name) => name !== id) : [...tables, id];
    choose({ table: next.length === 0 ? null : next.join(',') }, 'replace');
  };
  const svg = () => box.current?.querySelector<SVGSVGElement>('.chart svg') ?? null;
  const svgText = () => {
    const chart = svg();
    return chart === null
      ? ''
      : standaloneSvg(chart, title, `${say(t.source)}: ${source}. Trajecta ${version}`);
  };
  const copy = async (text: string) => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setShown(copied ? null : text);
    setDone(say(copied ? t.copied : t.failed));
    setTimeout(() => setDone(null), 2000);
  };
  const file = (form: string) =>
    addressOfQuestion({ ...asked, options: { ...asked.options, lang: language } }, `.${form}`);
  return (
    <figure ref={box} aria-labelledby={`${id}-title`} data-figure-id={id}>
      <div className="fh">
        <div>
          <h3 className="ft" id={`${id}-title`}>
            {title}
          </h3>
          <p className="fs">{subtitle}</p>
        </div>
        {tools}
      </div>
      {asTable ? <FigureContext value={id}>{table}</FigureContext> : <Chart draw={draw} />}
      <figcaption className="ff">
        {(notes ?? []).map((note, place) => (
          <p key={place}>{note}</p>
        ))}
        <div className="acts">
          {draw === undefined ? null : (
            <button type="button" className="lk" onClick={turn}>
              {asTable ? say(t.picture) : say(t.table)}
            </button>
          )}
          <span className="grp">
            {say(t.download)}:
            {draw === undefined || asTable ? null : (
              <>
                <button
                  type="button"
                  className="lk"
                  onClick={() => saveFile(svgText(), `trajecta-${id}.svg`)}
                >
                  SVG
                </button>
                <button
                  type="button"
                  className="lk"
                  onClick={() => void pngOf(svgText()).then((png) => saveFile(png, `trajecta-${id}.png`))}
                >
                  PNG
                </button>
              </>
            )}
            <a href={file('csv')} download>
              CSV
            </a>
            <a href={file('xlsx')} download>
              XLSX
            </a>
          </span>
          <span className="grp">
            {say(t.copy)}:
            <button type="button" className="lk" onClick={() => void copy(location.href)}>
              {say(t.link)}
            </button>
            <button
              type="button"
              className="lk"
              onClick={() => void copy(citationOf(title, source, version, language))}
            >
              {say(t.citation)}
            </button>
            <button type="button" className="lk" onClick={() => void copy(commandOf(asked, language))}>
              CLI
            </button>
            <button type="button" className="lk" onClick={() => void copy(apiCallOf(asked))}>
              API
            </button>
            <button type="button" className="lk" onClick={() => void copy(snippetOf(asked))}>
              TS
            </button>
          </span>
          {figure === undefined ? null : (
            <button type="button" className="lk" onClick={() => choose({ ask: figure })}>
              {say(t.how)}
            </button>
          )}
          <span role="status" className="done">
            {done}
          </span>
        </div>
        {shown === null ? null : <textarea className="shown" readOnly value={shown} rows={4} />}
      </figcaption>
    </figure>
  );
}

/** Buttons of which one is pressed: another view of the same figure. */
export function Tabs({
  name,
  value,
  choices,
  label,
}: {
  /** Parameter of the address. */
  readonly name: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly text: string; readonly colour?: string }[];
  readonly label: string;
}) {
  return (
    <fieldset className="seg">
      <legend className="vh">{label}</legend>
      {choices.map((one) => (
        <button
          key={one.id}
          type="button"
          aria-pressed={one.id === value}
          onClick={() => choose({ [name]: one.id }, 'replace')}
        >
          {one.text}
        </button>
      ))}
    </fieldset>
  );
}
