import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Contract, groupsOf } from './contract';
import { curlOf } from './curl';

const file = new URL('../../../resources/openapi.yaml', import.meta.url);
const contract = parse(readFileSync(file, 'utf8')) as Contract;
const operations = groupsOf(contract).flatMap((group) => group.operations);
const named = (id: string) => {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};

describe('the reference', () => {
  it('shows every operation of the contract once', () => {
    const all = Object.values(contract.paths ?? {}).flatMap((item) =>
      ['get', 'post', 'put', 'patch', 'delete'].filter((method) => method in item),
    );

    expect(operations).toHaveLength(all.length);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('finds parameters of the path and of the operation', () => {
    expect(named('postMessage').parameters.map(({ name }) => name)).toEqual([
      'conversation_id',
      'Idempotency-Key',
    ]);
  });

  it('writes a call that can be pasted', () => {
    expect(curlOf(named('postMessage'), contract, 'http://localhost:8000')).toBe(
      [
        'curl -X POST "http://localhost:8000/api/v1/chat/conversations/$conversation_id/messages" \\',
        '  -H "Authorization: Bearer $PARLEY_KEY" \\',
        '  -H "Content-Type: application/json" \\',
        "  -d '{",
        '  "text": "…"',
        "}'",
      ].join('\n'),
    );
    expect(curlOf(named('livez'), contract, '')).toBe('curl "/livez"');
  });
});
