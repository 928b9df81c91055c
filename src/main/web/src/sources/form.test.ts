import { describe, expect, it } from 'vitest';
import type { Source } from '../wire/types';
import { requestOf, valuesOf, wholeNumber } from './form';

const bucket: Source = {
  id: '1',
  base_id: '2',
  name: 'Shelf',
  kind: 'bucket',
  address: 'https://s3.example.org',
  folder: 'docs',
  bucket: 'shelf',
  region: 'eu-1',
  published: '',
  include: ['/a/*', '/b'],
  exclude: [],
  all_versions: false,
  limits: { pages: 10, depth: 3, megabytes: 7, minutes: 5, pause_ms: 9 },
  has_secret: true,
  pages: 4,
  created_at: '2026-01-01T00:00:00Z',
  changed_at: '2026-01-01T00:00:00Z',
};

const CHOSEN = { base: '3', allVersions: false };

describe('the form of a source', () => {
  it('sends a source as it was shown', () => {
    const sent = requestOf('bucket', valuesOf(bucket), CHOSEN, bucket);

    expect(sent).toEqual({
      name: 'Shelf',
      address: 'https://s3.example.org',
      folder: 'docs',
      published: '',
      bucket: 'shelf',
      region: 'eu-1',
      include: ['/a/*', '/b'],
      exclude: [],
      all_versions: false,
      limits: bucket.limits,
    });
  });

  it('leaves out what does not belong to the kind', () => {
    const values = { ...valuesOf(null), name: 'Docs', address: ' https://a.example ', bucket: 'x' };

    const sent = requestOf('site', { ...values, access_key: 'k' }, CHOSEN, null);

    expect(sent).toEqual({
      name: 'Docs',
      kind: 'site',
      base: '3',
      address: 'https://a.example',
      include: [],
      exclude: [],
      all_versions: false,
      limits: { pages: 500, depth: 5, megabytes: 200, minutes: 60, pause_ms: 0 },
      every_hours: 24,
    });
  });

  it('knows whole numbers', () => {
    expect(['12', ' ', '1.5', '-1', 'x'].map(wholeNumber)).toEqual([
      12,
      undefined,
      null,
      null,
      null,
    ]);
  });
});
