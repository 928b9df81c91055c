// Runs before the first paint. The same keys and attributes are written by src/platform/theme.ts
// and src/platform/accent.ts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('parley.theme');
    document.documentElement.dataset.accent = localStorage.getItem('parley.accent') ?? 'green';
  } catch {
    // Storage may be forbidden; the system's choice stands then.
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
