import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { picture, signIn } from '../steps';
import { ADA, server, test } from './steps';

const PAGES: [name: string, path: string, heading: string, signedIn: boolean][] = [
  ['sign-in', '/sign-in', 'Sign in', false],
  ['register', '/register#token', 'Create your account', false],
  ['register-closed', '/register', 'You need an invitation', false],
  ['forgot', '/forgot', 'Set a new password', false],
  ['reset', '/reset#token', 'Choose a new password', false],
  ['reset-incomplete', '/reset', 'This link is incomplete', false],
  ['setup', '/setup#token', 'Set up Parley', false],
  ['profile', '/account', 'Profile', true],
  ['security', '/account/security', 'Two-step sign-in', true],
  ['keys-empty', '/account/keys', 'No API keys yet', true],
  ['people', '/admin/people', 'People', true],
  ['audit', '/admin/audit', 'Audit log', true],
  ['policies', '/admin/policies', 'Policies', true],
  ['tools', '/admin/tools', 'Tools', true],
  ['assistants', '/admin/assistants', 'Assistants', true],
  ['settings', '/admin/settings', 'Settings', true],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path, heading, signedIn] of PAGES) {
    test(`${name} is sound in ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      if (signedIn) await signIn(page, ADA);
      else await server(page, { rules: { signInNeeded: true } });
      await page.goto(path);

      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await picture(page, name);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
      ).toEqual([]);
    });
  }
}

test('dialogs are sound', async ({ page }) => {
  await signIn(page, ADA);
  const sound = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([]);
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/account/keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await sound();
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  await sound();
  await page.goto('/admin/audit');
  await page
    .getByRole('button', { name: /^(Sign|API|Role)/ })
    .first()
    .click();
  await sound();
});
