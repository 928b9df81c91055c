import { expect } from '@playwright/test';
import { accessible, sound } from '../sound';
import { signIn } from '../steps';
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
      await sound(page, name);
    });
  }
}

test('dialogs are sound', async ({ page }) => {
  await signIn(page, ADA);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/account/keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await accessible(page);
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  await accessible(page);
  await page.goto('/admin/audit');
  await page
    .getByRole('button', { name: /^(Sign|API|Role)/ })
    .first()
    .click();
  await accessible(page);
});
