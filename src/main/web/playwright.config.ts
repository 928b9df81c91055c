import { defineConfig, devices, type Project } from '@playwright/test';

// Without PARLEY_URL everything runs against the fake server, which can fail and be slow at will.
// With it, what every server can do runs there; what needs a slow model runs against
// PARLEY_SLOW_MODEL, a server whose model streams slowly, or is said to be left out. A server that
// wants somebody to sign in gets PARLEY_EMAIL and PARLEY_PASSWORD. PARLEY_GUARDED is a server that
// nobody has signed in to yet and that believes this machine where a request comes from, PARLEY_SETUP
// the token of its set-up link.
const REAL = process.env['PARLEY_URL'];
const SLOW = process.env['PARLEY_SLOW_MODEL'];
const GUARDED = process.env['PARLEY_GUARDED'];
const FAKE_PORT = 8766;
const FAKE = `http://127.0.0.1:${FAKE_PORT}`;
const base = REAL ?? FAKE;

const launchOptions = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  userAgent: devices['Pixel 7'].userAgent,
};

const NEEDS_SLOW = /slow\.spec\.ts/;
const NEEDS_FAKE = /fake\.spec\.ts/;
// The people, models and money of the fake server are known, and what was done to them can be undone.
const PEOPLE = /e2e\/(people|console)\/.*\.spec\.ts/;
const FORMS = /(chat|hostile|threads|images|documents|bases|given|pages|axe)\.spec\.ts/;

const projects: Project[] = [
  { name: 'desktop', testMatch: FORMS, use: desktop },
  { name: 'phone', testMatch: FORMS, use: phone },
  { name: 'keyboard', testMatch: /keyboard\.spec\.ts/, use: desktop },
];
if (REAL === undefined) {
  projects.push(
    { name: 'people-desktop', testMatch: PEOPLE, use: desktop },
    { name: 'people-phone', testMatch: PEOPLE, use: phone },
    { name: 'fake', testMatch: NEEDS_FAKE, use: desktop },
  );
}
if (REAL === undefined || SLOW !== undefined) {
  projects.push({
    name: 'slow-model',
    testMatch: NEEDS_SLOW,
    use: { ...desktop, baseURL: SLOW ?? FAKE },
  });
}
if (GUARDED !== undefined) {
  projects.push({
    name: 'guarded',
    testMatch: /guarded\.spec\.ts/,
    use: { ...desktop, baseURL: GUARDED },
  });
}
if (REAL !== undefined && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(
    'left out: fake.spec.ts, people/ and console/ (need the fake server, run without PARLEY_URL)',
  );
  if (SLOW === undefined) console.log('left out: slow.spec.ts (set PARLEY_SLOW_MODEL)');
  if (GUARDED === undefined) console.log('left out: guarded.spec.ts (set PARLEY_GUARDED)');
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  // A real server reads documents in the background, behind everything else the machine does.
  timeout: REAL === undefined ? 45_000 : 180_000,
  expect: { timeout: REAL === undefined ? 15_000 : 60_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: base,
    locale: 'en-GB',
    launchOptions,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects,
  ...(REAL === undefined && {
    webServer: {
      command: 'node e2e/fake-server.mjs',
      env: { PORT: String(FAKE_PORT) },
      url: `${FAKE}/openapi.json`,
      reuseExistingServer: false,
    },
  }),
});
