// Makes the compact tables of classifications from the official files.
// Usage: node dist/scripts/buildClassifications.js FOLDER_OF_OFFICIAL_TABLES
import { writeFileSync } from 'node:fs';
import { dataFile } from '../src/classifications/dataFile.ts';
import { compactTables, officialConcordances } from './classifications/compactTables.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the official tables');
for (const [name, text] of Object.entries(compactTables(await officialConcordances(folder))))
  writeFileSync(dataFile(name), text);
