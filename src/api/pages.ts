/** Pages of the dashboard by the first part of their path; the overview is at `/`. */
export const pages = [
  'region',
  'segment',
  'product',
  'compare',
  'world',
  'diversification',
  'indicators',
  'audit',
  'data',
  'method',
] as const;
export type PageName = (typeof pages)[number] | 'overview';
