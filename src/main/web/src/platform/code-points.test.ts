import { describe, expect, it } from 'vitest';
import { CodePoints } from './code-points';

describe('CodePoints', () => {
  it('counts what lies outside the basic plane as one', () => {
    const points = new CodePoints('a👋🏽b世𝒳c');

    expect(points.length).toBe(7);
    expect(points.slice(1, 3)).toBe('👋🏽');
    expect(points.slice(3, 7)).toBe('b世𝒳c');
  });

  it('agrees with spreading the text at every place of a long one', () => {
    const text = 'ab👋cd世𝒳'.repeat(700);
    const spread = [...text];
    const points = new CodePoints(text);

    expect(points.length).toBe(spread.length);
    for (let at = 0; at < spread.length; at += 97) {
      expect(points.slice(at, at + 5)).toBe(spread.slice(at, at + 5).join(''));
    }
    expect(points.slice(spread.length - 3, spread.length)).toBe(spread.slice(-3).join(''));
  });

  it('keeps positions outside at the ends', () => {
    const points = new CodePoints('x👋');

    expect(points.slice(-4, 99)).toBe('x👋');
    expect(points.at(2)).toBe(3);
  });

  it('takes a lone half of a pair as one', () => {
    const points = new CodePoints('👋\ud83dx');

    expect(points.length).toBe(3);
    expect(points.slice(2, 3)).toBe('x');
  });
});
