// Makes the compact tables high-technology-alignment.csv and hs-nomenclature.csv from the official workbooks.
// Usage: node dist/scripts/buildClassifications.js FOLDER_OF_OFFICIAL_TABLES
import { writeFileSync } from 'node:fs';
import { dataFile } from '../src/classifications/dataFile.ts';
import { officialAlignment } from './classifications/officialAlignment.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the official tables');
const { alignment, nomenclature } = officialAlignment(folder);
writeFileSync(dataFile('high-technology-alignment.csv'), alignment);
writeFileSync(dataFile('hs-nomenclature.csv'), nomenclature);
