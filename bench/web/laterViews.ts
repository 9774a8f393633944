import type { Page } from 'playwright-core';

/** A view that a reader goes to from the view before it. */
export interface LaterView {
  readonly name: string;
  /** What is done before the clock runs. */
  prepare?(page: Page): Promise<void>;
  go(page: Page): Promise<void>;
  /** The figure that the view is about. */
  readonly shown: string;
}

const follow = (href: string) => async (page: Page) => {
  await page.evaluate(
    `document.querySelector(${JSON.stringify(href)})?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
  );
};

/** Chooses another year as a reader does, without the time that the search for the control takes. */
const chooseYear = `(() => {
  const choice = [...document.querySelectorAll('select')].find((one) => /^(19|20)\\d\\d$/.test(one.value));
  const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set;
  set.call(choice, choice.options[2].value);
  choice.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

/** Views in the order of a reader: another segment, another year, a region, its pages. */
export const laterViews: readonly LaterView[] = [
  {
    name: 'overview: another segment',
    go: async (page) =>
      page.evaluate(
        `[...document.querySelectorAll('button')].find((one) => one.textContent?.includes('Pharmaceuticals')).click()`,
      ),
    shown: '[data-figure-id="regions"] svg',
  },
  {
    name: 'overview: another year',
    go: async (page) => page.evaluate(chooseYear),
    shown: '[data-figure-id="regions"] svg',
  },
  {
    name: 'region',
    go: follow('td a[href^="/region/"]'),
    shown: '[data-figure-id="composition"] svg',
  },
  {
    name: 'indicators of a region',
    go: async (page) => goTo(page, 'indicators'),
    shown: '[data-figure-id="ranking"] svg',
  },
  {
    name: 'diversification of a region',
    go: async (page) => goTo(page, 'diversification'),
    shown: '[data-figure-id="margins"] svg',
  },
];

/** Another page of the same region, as the links of the dashboard do it: without loading anew. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.evaluate(
    `(() => {
      const link = document.createElement('a');
      link.href = location.href.replace(/\\/(region|indicators|diversification)\\//, '/${name}/').replace(location.origin, '');
      link.setAttribute('href', link.href.replace(location.origin, ''));
      document.body.append(link);
      link.click();
      link.remove();
    })()`,
  );
}
