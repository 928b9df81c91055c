import { describe, expect, it } from 'vitest';
import { en } from '../platform/i18n/en';
import type { Setting, SettingValue } from '../wire/types';
import { changesOf, type Draft, drafted, faultOf, isChosen, shownValue, wishOf } from './draft';

const setting = (
  key: string,
  form: Setting['form'],
  standard: SettingValue,
  value?: SettingValue,
): Setting => ({
  key,
  group: key.split('.')[0] ?? '',
  form,
  standard,
  value: value ?? standard,
  chosen: value !== undefined,
  about: '',
});

const number: Setting['form'] = { type: 'number', least: 1, most: 50, unit: 'passages' };
const passages = setting('answers.passages', number, 8, 6);
const summaries = setting('answers.summaries', { type: 'switch' }, true);
const lines = setting('workspace.suggestions', { type: 'lines', most: 2, longest: 5 }, ['a?']);
const all = [passages, summaries, lines];

const draft = (...edits: [Setting, SettingValue | null][]): Draft =>
  edits.reduce<Draft>((before, [one, value]) => drafted(one, value, before), {});

describe('a draft', () => {
  it('has only what is different', () => {
    const made = draft([passages, '7'], [summaries, false], [summaries, true]);

    expect(changesOf(all, made)).toEqual([{ key: 'answers.passages', before: 6, after: 7 }]);
    expect(wishOf(all, made)).toEqual({ 'answers.passages': 7 });
    expect(changesOf(all, draft([passages, ' 6 ']))).toEqual([]);
  });

  it('goes back to the default with null', () => {
    const made = draft([passages, null]);

    expect(shownValue(passages, made)).toBe(8);
    expect(isChosen(passages, made)).toBe(false);
    expect(wishOf(all, made)).toEqual({ 'answers.passages': null });
    expect(wishOf(all, draft([summaries, null]))).toEqual({});
  });

  it('keeps lines as they are typed and sends them without space', () => {
    const made = draft([lines, ['a?', ' b? ', '']]);

    expect(shownValue(lines, made)).toEqual(['a?', ' b? ', '']);
    expect(wishOf(all, made)).toEqual({ 'workspace.suggestions': ['a?', 'b?'] });
    expect(changesOf(all, draft([lines, ['a?', '']]))).toEqual([]);
  });

  it('knows what the server would refuse', () => {
    const fault = (one: Setting, value: SettingValue) => faultOf(en, one, value);

    expect(fault(passages, '50')).toBeNull();
    for (const wrong of ['0', '51', '', '1.5', 'x', '99999999999']) {
      expect(fault(passages, wrong), wrong).toBe(en.settings.between(1, 50));
    }
    expect(fault(lines, ['😀😀😀😀😀'])).toBeNull();
    expect(fault(lines, ['longer'])).toBe(en.settings.tooLong(5));
    expect(fault(lines, ['a', 'b', 'c'])).toBe(en.settings.tooMany(2));
  });
});
