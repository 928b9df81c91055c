// Generates src/wire/api.ts from the contract; with --check only says whether it is fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../resources/openapi.yaml', import.meta.url);
const target = new URL('src/wire/api.ts', import.meta.url);

const text = `// Generated from openapi.yaml by \`npm run wire\`.\n${astToString(await openapiTS(contract))}`;
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/wire/api.ts is stale: run `npm run wire`');
  process.exit(1);
}
