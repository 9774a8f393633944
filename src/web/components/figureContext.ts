import { createContext } from 'react';

/** Id of the figure that a table is in: the table keeps its order in the address under it. */
export const FigureContext = createContext<string | null>(null);
