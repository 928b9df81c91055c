// Makes the page of third-party parts from CycloneDX lists, and fails for a licence that is not among
// those we may ship.
import { readFileSync } from 'node:fs';

const allowed =
  /^(Apache|MIT|BSD|ISC|0BSD|EPL|EDL|CC0|CC-BY|Unlicense|Public Domain|Zlib|PostgreSQL|Bouncy Castle|Eclipse|The (MIT|BSD|Apache)|BlueOak|Unicode|Go License|New BSD|Revised BSD|W3C|GPL-2\.0-with-classpath-exception|MPL-2\.0|SIL|OFL|UPL|Python-2\.0|GNU General Public License, version 2 with the GNU Classpath Exception)/i;

const rows = process.argv.slice(2).flatMap((file) => {
  const list = JSON.parse(readFileSync(file, 'utf8'));
  return (list.components ?? []).map((part) => ({
    name: [part.group, part.name].filter(Boolean).join(part.purl?.startsWith('pkg:npm') ? '/' : ':'),
    version: part.version,
    licences: (part.licenses ?? []).map(
      (entry) => entry.license?.id ?? entry.license?.name ?? entry.expression ?? '',
    ),
  }));
});
rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

const wrong = rows.filter(
  ({ licences }) =>
    !licences.some((licence) => licence.split(/ OR |[()]/).some((one) => allowed.test(one.trim()))),
);
for (const { name, version, licences } of wrong) {
  console.error(`${name} ${version}: ${licences.join(', ') || 'no licence'}`);
}

console.log(`# Third-party parts

Made by \`make sbom\`; do not edit. What the jar and its pages hold besides our own code. The texts of the licences are in the jar, under \`META-INF\`, and in each part.

| Part | Version | Licence |
|---|---|---|`);
for (const { name, version, licences } of rows) {
  console.log(`| ${name} | ${version} | ${licences.join(', ')} |`);
}
process.exitCode = wrong.length > 0 ? 1 : 0;
