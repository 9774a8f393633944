// Writes docs/measures/*.md from the registry of measures. Usage: node dist/scripts/buildMeasureDocs.js
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/classifications/dataFile.ts';
import { measurePages } from './measureDocs/measurePages.ts';

const folder = join(packageRoot(), 'docs', 'measures');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(measurePages())) writeFileSync(join(folder, name), text);
