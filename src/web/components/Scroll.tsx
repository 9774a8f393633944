import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What may be wider than the page: it scrolls, and is reached by keys where it does. */
export function Scroll({ name, children }: { readonly name?: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  return (
    <section ref={box} className="scroll" aria-label={name} tabIndex={overflows ? 0 : undefined}>
      {children}
    </section>
  );
}
