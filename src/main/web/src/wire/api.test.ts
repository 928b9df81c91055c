import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { turnEventOf } from './turn-event';

const file = new URL('../../../resources/openapi.yaml', import.meta.url);

describe('the contract', () => {
  it('has no event that the pages do not know', () => {
    const { components } = parse(readFileSync(file, 'utf8'));
    const names = components.schemas.TurnEvent.oneOf.map(({ $ref }: { $ref: string }) =>
      $ref
        .replace(/.*\/(\w+)Event$/, '$1')
        .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
        .toLowerCase(),
    );

    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(turnEventOf(name, '1', '{}'), name).not.toBeNull();
  });
});
