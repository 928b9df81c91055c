// Completes package-lock.json after `npm install`: npm leaves out the packages of other platforms
// when the registry in use does not list them, and `npm ci` then refuses the file as incomplete.
import { readFileSync, writeFileSync } from 'node:fs';

const OS =
  /(?:^|[-/])(android|darwin|linux|win32|freebsd|openbsd|netbsd|openharmony|aix|sunos)(?=-|$)/;
const CPU = /-(arm64|x64|arm|ia32|ppc64|riscv64|s390x|wasm32|loong64|mips64el)(?=-|$)/;

const file = new URL('package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

function platformOf(name) {
  const os = OS.exec(name)?.[1] ?? (name === 'fsevents' ? 'darwin' : undefined);
  const cpu = CPU.exec(name)?.[1];
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) };
}

let added = 0;
for (const [, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[path]?.version || Object.keys(platform).length === 0) continue;
    lock.packages[path] = {
      version: version.replace(/^[~^]/, ''),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...platform,
    };
    added += 1;
  }
}
const { '': root, ...rest } = lock.packages;
lock.packages = {
  '': root,
  ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))),
};
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);
