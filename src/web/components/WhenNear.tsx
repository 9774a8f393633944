import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What stands far below is asked for when the reader comes near it, or prints. */
export function WhenNear({
  children,
  height = 240,
}: {
  readonly children: ReactNode;
  readonly height?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (near || element === null) return;
    const show = () => setNear(true);
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((one) => one.isIntersecting)) show();
      },
      { rootMargin: '900px 0px' },
    );
    watch.observe(element);
    window.addEventListener('beforeprint', show);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', show);
    };
  }, [near]);
  return near ? children : <div ref={box} style={{ minHeight: height }} />;
}
